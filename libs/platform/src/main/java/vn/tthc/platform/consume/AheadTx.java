package vn.tthc.platform.consume;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.platform.store.BatchDocuments;
import vn.tthc.platform.store.DocumentWriter;

/**
 * Notes how far streams come and stores nothing. All that would hold, park or free a record ends the try with
 * {@link NotAhead}, and so does looking at what is held.
 */
final class AheadTx implements ConsumerTx {
    private static final Instant WHENEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ConsumerReads stored;
    private final Map<String, FoldedBatch.Move> before;
    private final BatchDocuments documents;
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, FoldedBatch.Move> moves = new LinkedHashMap<>();
    private final Map<String, Boolean> parked = new HashMap<>();
    private final boolean somebodyIsParked;
    private final boolean somebodyWaits;

    /**
     * A try.
     *
     * @param stored what is stored
     * @param before how far the batch before comes, stored or not
     */
    AheadTx(ConsumerReads stored, Map<String, FoldedBatch.Move> before, BatchDocuments documents) {
        this.stored = stored;
        this.before = before;
        this.documents = documents;
        // Nobody, almost always: asked once, and not for every stream.
        this.somebodyIsParked = stored.parkedDossiers() > 0;
        this.somebodyWaits = !stored.due(WHENEVER, 1).isEmpty();
    }

    /** How far streams came. */
    Map<String, FoldedBatch.Move> moves() {
        return Map.copyOf(moves);
    }

    @Override
    public long position(String stream) {
        return positions.computeIfAbsent(stream, name -> {
            FoldedBatch.Move move = before.get(name);
            return move != null ? move.to() : stored.position(name);
        });
    }

    @Override
    public boolean isParked(String dossier) {
        return somebodyIsParked && parked.computeIfAbsent(dossier, stored::isParked);
    }

    @Override
    public Optional<Waiting> waiting(String stream) {
        return somebodyWaits ? stored.waiting(stream) : Optional.empty();
    }

    @Override
    public void advance(String stream, long version) {
        long at = position(stream);
        if (version > at) {
            FoldedBatch.Move move = moves.get(stream);
            moves.put(stream, new FoldedBatch.Move(move != null ? move.from() : at, version));
            positions.put(stream, version);
        }
    }

    @Override
    public DocumentWriter documents() {
        return documents;
    }

    private static NotAhead notAhead() {
        return new NotAhead("a record is early, late or parked");
    }

    @Override
    public Map<TopicPartition, NextOffset> offsets() {
        throw notAhead();
    }

    @Override
    public Optional<RawRecord> held(String stream, long version) {
        throw notAhead();
    }

    @Override
    public OptionalLong firstHeld(String stream) {
        throw notAhead();
    }

    @Override
    public List<Waiting> due(Instant now, int limit) {
        throw notAhead();
    }

    @Override
    public long heldCount() {
        throw notAhead();
    }

    @Override
    public long parkedDossiers() {
        throw notAhead();
    }

    @Override
    public List<ParkedRecord> parked(String dossier, int limit) {
        throw notAhead();
    }

    @Override
    public void attempt(Runnable part) {
        throw notAhead();
    }

    @Override
    public void offset(TopicPartition partition, NextOffset next) {
        throw notAhead();
    }

    @Override
    public void hold(String dossier, String stream, long version, RawRecord raw, Instant now) {
        throw notAhead();
    }

    @Override
    public void release(String stream, long upToVersion) {
        throw notAhead();
    }

    @Override
    public void await(Waiting waiting) {
        throw notAhead();
    }

    @Override
    public void awaitNothing(String stream) {
        throw notAhead();
    }

    @Override
    public void park(
            String dossier, String stream, long version, RawRecord raw, String reason, int attempts, Instant now) {
        throw notAhead();
    }

    @Override
    public void parkHeld(String dossier, String reason, Instant now) {
        throw notAhead();
    }

    @Override
    public void unpark(long id) {
        throw notAhead();
    }

    @Override
    public void failedAgain(long id, String reason) {
        throw notAhead();
    }

    @Override
    public void skipped(ParkedRecord record, String reason, String actor, Instant now) {
        throw notAhead();
    }
}
