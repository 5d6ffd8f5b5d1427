package vn.tthc.platform.log.sqlite;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the streams are that were written to lately, so that whoever knows all of a stream need not ask the file
 * whether there is more. Exact, because nobody else writes to the file: while a commit of a stream is under way nothing is
 * known of it, and where the outcome of one cannot be told nothing is known until the next start (that stream's name is
 * kept until then, beside the bounded rest).
 */
final class RecentHeads {
    /** Less than a megabyte. */
    static final int MOST = 5_000;

    private final Map<String, Long> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    private final Map<String, Moving> moving = new HashMap<>();

    /**
     * Commits under way.
     *
     * @param commits how many
     * @param reached the last version one of those that ended has written, 0 for none
     */
    private record Moving(int commits, long reached) {}

    /** A commit is about to be written; nothing of it can be seen yet. */
    synchronized void begun(String stream) {
        known.remove(stream);
        Moving before = moving.getOrDefault(stream, new Moving(0, 0));
        moving.put(stream, new Moving(before.commits() + 1, before.reached()));
    }

    /**
     * A commit that had begun has ended.
     *
     * @param version the last it has written, 0 when it has written nothing
     */
    synchronized void ended(String stream, long version) {
        Moving before = moving.getOrDefault(stream, new Moving(1, 0));
        long reached = Math.max(before.reached(), version);
        if (before.commits() > 1) {
            moving.put(stream, new Moving(before.commits() - 1, reached));
            return;
        }
        moving.remove(stream);
        if (reached > 0) {
            known.put(stream, reached);
        }
    }

    /** Whether a stream certainly ends before a version. */
    synchronized boolean endsBefore(String stream, long version) {
        Long last = known.get(stream);
        return last != null && last < version;
    }
}
