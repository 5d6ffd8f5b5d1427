package vn.tthc.platform.consume;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What waits for a person: dossiers with an event that a consumer could not handle. */
public final class ParkingLot {
    private static final int LOOK_AT = 1_000;

    private final ConsumerLoops loops;
    private final ConsumerStore store;
    private final InstantSource clock;

    ParkingLot(ConsumerLoops loops, ConsumerStore store, InstantSource clock) {
        this.loops = loops;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Parked records of all consumers, in the order in which they were parked.
     *
     * @param after id of the last record of the page before, 0 for the first page
     * @param limit at most so many
     */
    public List<ParkedRecord> list(long after, int limit) {
        return store.parked(after, limit);
    }

    /** A parked record. */
    public Optional<ParkedRecord> get(long id) {
        return store.parked(id);
    }

    /** Whether a consumer has parked the dossier, so that its view of it stands still. */
    public boolean isParked(String consumer, String dossier) {
        return store.read(loop(consumer).name(), reads -> reads.isParked(dossier));
    }

    /** The loop by the name it has, or by the one under which it keeps its records, which tells the generation too. */
    private ConsumerLoop loop(String consumer) {
        return loops.all().stream()
                .filter(loop -> loop.name().equals(consumer))
                .findFirst()
                .orElseGet(() -> loops.loop(consumer));
    }

    /**
     * Tries a dossier's records again, in order, until one fails.
     *
     * @throws IllegalArgumentException when there is no such consumer
     * @throws ConsumerBusy when the consumer is at work; trying later is right
     */
    public Retried retry(String consumer, String dossier) throws InterruptedException {
        return loop(consumer).handling().retry(dossier);
    }

    /**
     * Passes over a parked record for good; who did it and why is kept. The others of the dossier stay parked until
     * they are tried again.
     *
     * @param reason why, in the person's words; no personal data
     * @param actor account of the person
     * @throws IllegalArgumentException when there is no such record, or an earlier one of its stream comes first
     * @throws ConsumerBusy when the consumer is at work; trying later is right
     */
    public void skip(String consumer, String dossier, String stream, long version, String reason, String actor)
            throws InterruptedException {
        skip(consumer, dossier, stream, version, reason, actor, () -> {});
    }

    /**
     * The same, and lets the caller put it on record once it is known to be possible and before it is done.
     *
     * @param onRecord puts it on record; what it throws leaves the record parked
     */
    void skip(
            String consumer,
            String dossier,
            String stream,
            long version,
            String reason,
            String actor,
            Runnable onRecord)
            throws InterruptedException {
        ConsumerLoop loop = loop(consumer);
        loop.handling().whileResting(() -> {
            ParkedRecord record = store.read(loop.name(), reads -> skippable(reads, dossier, stream, version));
            onRecord.run();
            store.write(loop.name(), loop.handling().lane(dossier), tx -> {
                tx.advance(stream, version);
                tx.unpark(record.id());
                tx.skipped(record, reason, actor, clock.instant());
                return true;
            });
            loop.meters().stirred();
        });
    }

    private static ParkedRecord skippable(ConsumerReads reads, String dossier, String stream, long version) {
        ParkedRecord record = reads.parked(dossier, LOOK_AT).stream()
                .filter(parked -> parked.stream().equals(stream) && parked.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("that record is not parked"));
        if (version > reads.position(stream) + 1 && !Located.isNoStream(stream)) {
            throw new IllegalArgumentException("an earlier record of that stream comes first");
        }
        return record;
    }
}
