package vn.tthc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.tthc.platform.store.BatchDocuments;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.HeldDocuments;

/**
 * What a batch changes, found while the one before it was on its way into the store. Every record of it was an old one or
 * the next of its stream, and was handled.
 *
 * @param documents what is to be stored
 * @param moves how far each stream comes
 */
record FoldedBatch(HeldDocuments documents, Map<String, Move> moves) {
    /** Changes nothing. */
    static final FoldedBatch NONE = new FoldedBatch(HeldDocuments.NONE, Map.of());

    /**
     * A stream goes on.
     *
     * @param from its position before the batch
     * @param to its position after it
     */
    record Move(long from, long to) {}

    /**
     * Takes the records by the same steps as ever, on top of what the batch before will leave.
     *
     * @param reads the consumer at a moment at which all before that batch was stored
     * @param documents documents at the same moment
     * @throws RuntimeException when a record of it must be held, parked or taken from what is held
     */
    static FoldedBatch of(
            List<Located> records, Steps steps, FoldedBatch before, ConsumerReads reads, DocumentReader documents) {
        BatchDocuments batch = new BatchDocuments(before.documents().over(documents));
        AheadTx tx = new AheadTx(reads, before.moves(), batch);
        Unit unit = Unit.in(tx, part -> attempt(batch, part));
        records.forEach(record -> steps.take(unit, record));
        return new FoldedBatch(batch.held(), tx.moves());
    }

    /** Whatever the reason is, the batch is taken the usual way, and what comes of the event is decided and told there. */
    private static void attempt(BatchDocuments batch, Consumer<DocumentWriter> part) {
        try {
            batch.attempt(part);
        } catch (RuntimeException e) {
            throw new NotAhead(Reasons.of(e));
        }
    }

    /**
     * Stores it.
     *
     * @throws IllegalStateException when a stream stands somewhere else than where it was folded from
     */
    void store(ConsumerTx tx) {
        documents.store(tx.documents());
        moves.forEach((stream, move) -> {
            if (tx.position(stream) != move.from()) {
                throw new IllegalStateException(stream + " has moved since a batch was folded");
            }
            tx.advance(stream, move.to());
        });
    }
}
