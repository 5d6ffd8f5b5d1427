package vn.tthc.query.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Recent;
import vn.tthc.query.dossierview.ViewJson;

/**
 * Counters, a document per counter and partition: two instances of the service, which have different partitions, never
 * write the same one.
 */
public final class Counters {
    private static final String COLLECTION = "counters";
    private static final String BY_GROUP = "by_group";
    private static final String BY_COUNTER = "by_counter";
    private static final int PAGE = 1000;

    /** Some thousand counters. */
    private static final int REMEMBERED = 500_000;

    private final Recent<Counter> recent = new Recent<>(Counter.class, REMEMBERED);

    /** The collection the counters stand in. */
    public static CollectionSpec spec() {
        return new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(BY_GROUP, List.of("source", "agency"), "counter"),
                        new Index(BY_COUNTER, List.of("agency", "counter"), "source")));
    }

    /** Moves every counter by the difference between what a dossier contributed before and contributes now. */
    public void move(DossierView before, DossierView after, int partition, DocumentWriter documents) {
        Contribution.difference(before, after).forEach((key, change) -> add(key, partition, change, documents));
    }

    private void add(CounterKey key, int partition, long change, DocumentWriter documents) {
        String id =
                (partition < 10 ? "0" : "") + partition + "|" + key.source() + "|" + key.agency() + "|" + key.counter();
        Optional<Document> found = documents.get(COLLECTION, id);
        long value = found.map(document -> recent.read(document.json()).value()).orElse(0L) + change;
        if (value == 0) {
            // Whether a counter was ever touched depends on the order of the streams; what is stored must not.
            documents.delete(COLLECTION, id);
            return;
        }
        documents.put(
                COLLECTION,
                id,
                found.map(Document::version).orElse(0L),
                recent.write(new Counter(key, value)),
                Map.of("source", key.source(), "agency", key.agency(), "counter", key.counter()));
    }

    /**
     * All counters of a source and an agency, summed over the partitions.
     *
     * @param agency id of the agency, or {@link CounterKey#ALL}
     */
    public static Map<String, Long> sums(DocumentReader documents, String source, String agency) {
        Map<String, Long> sums = new TreeMap<>();
        each(
                documents,
                BY_GROUP,
                Map.of("source", source, "agency", agency),
                counter -> sums.merge(counter.key().counter(), counter.value(), Long::sum));
        return sums;
    }

    /** Every source that some dossier of an agency came from. */
    public static SortedSet<String> sources(DocumentReader documents, String agency) {
        SortedSet<String> sources = new TreeSet<>();
        each(
                documents,
                BY_COUNTER,
                Map.of("agency", agency, "counter", Contribution.DOSSIERS),
                counter -> sources.add(counter.key().source()));
        return sources;
    }

    private static void each(
            DocumentReader documents,
            String index,
            Map<String, Object> equal,
            java.util.function.Consumer<Counter> action) {
        @Nullable String after = null;
        do {
            Page page = documents.find(new Find(COLLECTION, index, equal, null, null, false, after, PAGE));
            page.documents().forEach(document -> action.accept(ViewJson.read(document.json(), Counter.class)));
            after = page.next();
        } while (after != null);
    }

    /** A counter of one partition, as stored. */
    record Counter(CounterKey key, long value) {}
}
