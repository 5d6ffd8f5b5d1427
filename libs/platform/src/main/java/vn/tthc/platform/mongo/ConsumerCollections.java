package vn.tthc.platform.mongo;

import java.util.List;
import java.util.Locale;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;

/** What is known of consumers, as documents like those of views; every id begins with its consumer and a bar. */
final class ConsumerCollections {
    private static final String PREFIX = "consumer_";

    static final String POSITIONS = PREFIX + "positions";
    static final String OFFSETS = PREFIX + "offsets";
    static final String HELD = PREFIX + "held";
    static final String WAITING = PREFIX + "waiting";
    static final String PARKED = PREFIX + "parked";
    static final String PARKED_DOSSIERS = PREFIX + "parked_dossiers";
    static final String SKIPPED = PREFIX + "skipped";

    static final String CONSUMER = "consumer";
    static final String STREAM = "stream";
    static final String DOSSIER = "dossier";
    static final String VERSION = "version";
    static final String PLACE = "place";
    static final String DUE = "due";
    static final String NUMBER = "number";
    static final String AT = "at";

    static final String BY_CONSUMER = "by_consumer";
    static final String BY_STREAM = "by_stream";
    static final String BY_DOSSIER = "by_dossier";
    static final String BY_DUE = "by_due";
    static final String BY_NUMBER = "by_number";

    static final List<CollectionSpec> ALL = List.of(
            new CollectionSpec(POSITIONS, List.of()),
            new CollectionSpec(OFFSETS, List.of(new Index(BY_CONSUMER, List.of(CONSUMER), PLACE))),
            new CollectionSpec(
                    HELD,
                    List.of(
                            new Index(BY_CONSUMER, List.of(CONSUMER), PLACE),
                            new Index(BY_STREAM, List.of(CONSUMER, STREAM), VERSION),
                            new Index(BY_DOSSIER, List.of(CONSUMER, DOSSIER), PLACE))),
            new CollectionSpec(
                    WAITING,
                    List.of(
                            new Index(BY_DUE, List.of(CONSUMER), DUE),
                            new Index(BY_DOSSIER, List.of(CONSUMER, DOSSIER), DUE))),
            new CollectionSpec(
                    PARKED,
                    List.of(
                            new Index(BY_NUMBER, List.of(), NUMBER),
                            new Index(BY_DOSSIER, List.of(CONSUMER, DOSSIER), NUMBER))),
            new CollectionSpec(PARKED_DOSSIERS, List.of(new Index(BY_CONSUMER, List.of(CONSUMER), DOSSIER))),
            new CollectionSpec(SKIPPED, List.of(new Index(BY_CONSUMER, List.of(CONSUMER), AT))));

    private ConsumerCollections() {}

    static boolean isOne(String collection) {
        return collection.startsWith(PREFIX);
    }

    /** A version as text that sorts as the number does. */
    static String sortable(long version) {
        return String.format(Locale.ROOT, "%019d", version);
    }

    /** Stream and version as one text in their order. */
    static String place(String stream, long version) {
        return stream + "|" + sortable(version);
    }
}
