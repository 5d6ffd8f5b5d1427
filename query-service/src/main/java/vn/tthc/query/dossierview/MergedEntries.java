package vn.tthc.query.dossierview;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.query.dossierview.ConcernedDossiers.Entry;

/**
 * The entries of several agencies in one order, newest first, each dossier once. Every agency is a range of the index;
 * of each only as much is read as the page needs.
 */
final class MergedEntries {
    private final DocumentReader documents;
    private final String index;
    private final Map<String, Object> equal;
    private final @Nullable String from;
    private final int piece;
    private final PriorityQueue<Range> ranges = new PriorityQueue<>(
            Comparator.comparing((Range range) -> range.first().place()).reversed());
    private @Nullable String given;

    MergedEntries(
            DocumentReader documents,
            String index,
            Map<String, Object> equal,
            @Nullable String from,
            @Nullable String to,
            int limit,
            Set<String> agencies) {
        this.documents = documents;
        this.index = index;
        this.equal = equal;
        this.from = from;
        this.piece = Math.max(2, limit / Math.max(1, agencies.size()) + 1);
        for (String agency : agencies) {
            Range range = new Range(agency, to);
            if (range.fill()) {
                ranges.add(range);
            }
        }
    }

    /** The next one; null when there is none. */
    @Nullable
    Entry next() {
        while (!ranges.isEmpty()) {
            Range range = ranges.remove();
            Entry entry = range.take();
            if (range.fill()) {
                ranges.add(range);
            }
            if (!entry.place().equals(given)) {
                given = entry.place();
                return entry;
            }
        }
        return null;
    }

    /** What is still to come of one agency. */
    private final class Range {
        private final String agency;
        private final Deque<Entry> read = new ArrayDeque<>();
        private @Nullable String to;
        private boolean ended;

        Range(String agency, @Nullable String to) {
            this.agency = agency;
            this.to = to;
        }

        Entry first() {
            return read.getFirst();
        }

        Entry take() {
            return read.removeFirst();
        }

        /** Whether there is another one. */
        boolean fill() {
            if (read.isEmpty() && !ended) {
                Map<String, Object> values = new HashMap<>(equal);
                values.put(ConcernedDossiers.CONCERNED, agency);
                Page page = documents.find(
                        new Find(ConcernedDossiers.COLLECTION, index, values, from, to, true, null, piece));
                page.documents().forEach(document -> read.add(ViewJson.read(document.json(), Entry.class)));
                ended = page.next() == null;
                to = read.isEmpty() ? to : read.getLast().place();
            }
            return !read.isEmpty();
        }
    }
}
