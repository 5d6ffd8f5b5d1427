package vn.tthc.platform.consume;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.DocumentReader;

/** Keeps how far every consumer of a service has come, in the same transaction as what it did. */
public interface ConsumerStore {
    /**
     * Over how many lanes the dossiers of a consumer are spread, as they are over partitions. One means that this process
     * has the store for itself; with more of them several processes share it.
     */
    default int lanes() {
        return 1;
    }

    /** The lane of a dossier, the same for ever. */
    default int lane(String dossier) {
        return 0;
    }

    /** Changes something of a consumer where there is one lane. */
    default <T extends @Nullable Object> T write(String consumer, Function<ConsumerTx, T> work) {
        return write(consumer, 0, work);
    }

    /**
     * Changes something of a consumer; durable when this returns. Where there are more lanes, what it looks at and
     * changes belongs to dossiers of that lane, and the work may be done again when another process was faster.
     *
     * @throws vn.tthc.platform.sqlite.StoreUnavailable when nothing was stored
     * @throws vn.tthc.platform.sqlite.OutcomePending when it is not known; doing it again is harmless
     */
    <T extends @Nullable Object> T write(String consumer, int lane, Function<ConsumerTx, T> work);

    /**
     * The same without waiting for the disk: for what records from a topic do, which come again when it is lost. What is
     * left after a loss of power is what stood there a moment before.
     */
    default <T extends @Nullable Object> T writeRepeatable(String consumer, int lane, Function<ConsumerTx, T> work) {
        return write(consumer, lane, work);
    }

    /** Reads something of a consumer. */
    <T extends @Nullable Object> T read(String consumer, Function<ConsumerReads, T> work);

    /** Whether {@link #readTogether} can be used. */
    default boolean readsTogether() {
        return false;
    }

    /**
     * Reads something of a consumer and documents, both as they stand at one moment, while writers go on.
     *
     * @throws UnsupportedOperationException where the store shows no such moment
     */
    default <T extends @Nullable Object> T readTogether(
            String consumer, BiFunction<ConsumerReads, DocumentReader, T> work) {
        throw new UnsupportedOperationException("this store has no snapshot of a consumer with its documents");
    }

    /**
     * Parked records of all consumers, in the order in which they were parked.
     *
     * @param after {@link ParkedRecord#id()} of the last one of the page before, 0 for the first page
     */
    List<ParkedRecord> parked(long after, int limit);

    /** A parked record. */
    Optional<ParkedRecord> parked(long id);

    /** What was passed over for a consumer, as {@code stream@version}. */
    Set<String> skipped(String consumer);

    /** Removes everything that is known of a consumer. */
    void forget(String consumer);

    /**
     * Where several processes share the store: lets nobody but this process write for a consumer until it is let go, by
     * whoever. What was written before can be read when this returns.
     *
     * @param holder names the hold
     */
    default void hold(String consumer, String holder) {}

    /** Ends a hold of that name; another one stays. */
    default void letGo(String consumer, String holder) {}

    /** The name under which a consumer is held. */
    default Optional<String> holder(String consumer) {
        return Optional.empty();
    }

    /** Removes everything that is known of a consumer, and lets nobody write for it ever again. */
    default void end(String consumer) {
        forget(consumer);
    }

    /** Puts what was passed over for a consumer on record under its heir, and leaves the consumer as it is; repeatable. */
    void inherit(String consumer, String heir);

    /** Removes a consumer; what was passed over for it stays on record under its heir. */
    void retire(String consumer, String heir);
}
