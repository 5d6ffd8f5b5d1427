package vn.tthc.query.dossierview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was written last, by its text. Events of a dossier come in bursts, and reading a document costs more than taking
 * an event. A text says everything about what was written, so nothing here can be out of date.
 *
 * @param <T> immutable
 */
public final class Recent<T> {
    private final Class<T> type;
    private final Map<String, T> written;

    /**
     * An empty one.
     *
     * @param most how many it remembers
     */
    public Recent(Class<T> type, int most) {
        this.type = type;
        this.written = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
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
        synchronized (this) {
            written.put(json, value);
        }
        return json;
    }
}
