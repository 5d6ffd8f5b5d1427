package vn.tthc.query.dossierview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The views that were written last, by their text. Events of a dossier come in bursts, and reading a view from its text
 * costs more than taking an event. A text says everything about a view, so nothing here can be out of date.
 */
public final class RecentViews {
    private final Map<String, DossierView> views;

    /**
     * An empty one.
     *
     * @param most how many it remembers
     */
    public RecentViews(int most) {
        this.views = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DossierView> eldest) {
                return size() > most;
            }
        };
    }

    /** The view of a text. */
    public DossierView read(String json) {
        DossierView known = known(json);
        return known != null ? known : ViewJson.read(json, DossierView.class);
    }

    private synchronized @Nullable DossierView known(String json) {
        return views.get(json);
    }

    /** Remembers what a text says. */
    public synchronized void remember(String json, DossierView view) {
        views.put(json, view);
    }
}
