package vn.tthc.query.dossierview;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was written last, by its text. Events of a dossier come in bursts, and reading a document costs more than taking
 * an event. A text says everything about what was written, so nothing here can be out of date. Bounded by length: one
 * dossier in a thousand may have a text a hundred times as long as the others.
 *
 * @param <T> immutable
 */
public final class Recent<T> {
    private final Class<T> type;
    private final Map<String, T> written = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private long length;

    /**
     * An empty one.
     *
     * @param most how many characters it remembers
     */
    public Recent(Class<T> type, long most) {
        this.type = type;
        this.most = most;
    }

    /** What a text says. */
    public T read(String json) {
        T known = known(json);
        return known != null ? known : ViewJson.read(json, type);
    }

    private synchronized @Nullable T known(String json) {
        return written.get(json);
    }

    /** Writes something down and remembers it. */
    public String write(T value) {
        String json = ViewJson.write(value);
        remember(json, value);
        return json;
    }

    private synchronized void remember(String json, T value) {
        if (written.put(json, value) == null) {
            length += json.length();
        }
        Iterator<String> oldest = written.keySet().iterator();
        while (length > most && oldest.hasNext()) {
            length -= oldest.next().length();
            oldest.remove();
        }
    }
}
