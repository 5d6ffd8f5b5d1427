package vn.tthc.platform.consume;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.contracts.control.RepublishRequested;

/**
 * What becomes of a record, by its version: an old one is dropped, the next one is handled, one that comes too early is
 * held until those before it are there. One that cannot be handled parks its dossier; what has nothing to do with the
 * record (store, log or broker away) is thrown, and the record comes again.
 */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final String EARLIER_PARKED = "an earlier record of this dossier is parked";

    private final String consumer;
    private final Effect effect;
    private final Set<String> skipped;
    private final Located.Finder finder;
    private final Tuning tuning;
    private final ConsumerMeters meters;
    private final InstantSource clock;

    /**
     * The steps of a consumer.
     *
     * @param skipped events that a person has passed over before this consumer began, as {@code stream@version}
     */
    Steps(
            String consumer,
            Effect effect,
            Set<String> skipped,
            Located.Finder finder,
            Tuning tuning,
            ConsumerMeters meters,
            InstantSource clock) {
        this.consumer = consumer;
        this.effect = effect;
        this.skipped = Set.copyOf(skipped);
        this.finder = finder;
        this.tuning = tuning;
        this.meters = meters;
        this.clock = clock;
    }

    private enum Turn {
        PAST,
        NOW,
        EARLY,
        PARKED
    }

    /** A record came from its topic. */
    void take(Unit unit, Located record) {
        switch (unit.read(reads -> turn(reads, record))) {
            case PAST -> past(1);
            case PARKED -> {
                if (!unit.write(tx -> parkBehind(tx, record))) {
                    take(unit, record);
                }
            }
            case EARLY -> unit.write(tx -> hold(tx, record));
            case NOW -> {
                if (handle(unit, record)) {
                    goOn(unit, record.dossier(), record.stream(), record.version());
                }
            }
        }
    }

    /** So many records turned out to be old ones. */
    void past(int records) {
        meters.dropped(records);
    }

    /**
     * Does what follows from a record whose turn it is, and nothing else: its position is the caller's business.
     *
     * @return why it failed, which is to be told {@link #failed} when the positions before it are stored; null when it did
     *     not
     */
    @Nullable
    RuntimeException attempt(Unit unit, Located record) {
        try {
            perform(unit, record);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static Turn turn(ConsumerReads reads, Located record) {
        long position = reads.position(record.stream());
        if (record.version() <= position) {
            return Turn.PAST;
        }
        if (reads.isParked(record.dossier())) {
            return Turn.PARKED;
        }
        return record.version() == position + 1 || Located.isNoStream(record.stream()) ? Turn.NOW : Turn.EARLY;
    }

    /** Handles the next record of its stream; answers whether the stream went on. */
    private boolean handle(Unit unit, Located record) {
        RuntimeException failure = attempt(unit, record);
        if (failure != null) {
            failed(unit, record, failure);
            return false;
        }
        return unit.write(tx -> {
            tx.advance(record.stream(), record.version());
            return true;
        });
    }

    /**
     * A record whose turn it is could not be handled: it is tried again later, or its dossier is parked.
     *
     * @throws RuntimeException the failure itself, when it has nothing to do with the record
     */
    void failed(Unit unit, Located record, RuntimeException failure) {
        if (failure instanceof NotYet) {
            unit.write(tx -> later(tx, record));
            return;
        }
        if (Reasons.passes(failure) || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        String reason = Reasons.of(failure);
        LOG.error(
                "{} cannot handle {}@{}: {}; its dossier is parked",
                consumer,
                record.stream(),
                record.version(),
                reason);
        unit.write(tx -> park(tx, record, reason, 1));
    }

    private void perform(Unit unit, Located record) {
        if (skipped.contains(record.stream() + "@" + record.version())) {
            return;
        }
        if (record.unreadable() != null) {
            throw record.unreadable();
        }
        if (record.event() != null) {
            effect.perform(unit, record.event());
        }
    }

    /** Handles what was held for this moment. */
    private void goOn(Unit unit, String dossier, String stream, long version) {
        Optional<Waiting> waiting = unit.read(reads -> reads.waiting(stream));
        if (waiting.isEmpty()) {
            return;
        }
        meters.stirred();
        long at = version;
        while (true) {
            long next = at + 1;
            Optional<RawRecord> held = unit.read(reads -> reads.held(stream, next));
            if (held.isEmpty()) {
                break;
            }
            if (!handle(unit, finder.find(held.get()))) {
                return;
            }
            at = next;
        }
        long reached = at;
        unit.write(tx -> {
            tx.release(stream, reached);
            if (tx.firstHeld(stream).isEmpty()) {
                tx.awaitNothing(stream);
            } else {
                Instant now = clock.instant();
                tx.await(new Waiting(stream, dossier, 0, now, now));
            }
            return true;
        });
    }

    /**
     * Tries a waiting stream again.
     *
     * @return what to ask the stream's owner for, when something is missing
     */
    Optional<RepublishRequested> again(Unit unit, Waiting waiting) {
        meters.stirred();
        String stream = waiting.stream();
        long position = unit.read(reads -> reads.position(stream));
        Optional<RawRecord> next = unit.read(reads -> reads.held(stream, position + 1));
        if (next.isPresent()) {
            Located record = finder.find(next.get());
            if (handle(unit, record)) {
                goOn(unit, record.dossier(), stream, record.version());
            }
            return Optional.empty();
        }
        return unit.write(tx -> ask(tx, waiting, position));
    }

    private Optional<RepublishRequested> ask(ConsumerTx tx, Waiting waiting, long position) {
        String stream = waiting.stream();
        tx.release(stream, position);
        OptionalLong held = tx.firstHeld(stream);
        if (held.isEmpty()) {
            tx.awaitNothing(stream);
            return Optional.empty();
        }
        int tries = waiting.tries() + 1;
        Instant now = clock.instant();
        tx.await(new Waiting(
                stream, waiting.dossier(), tries, now.plus(tuning.gap().after(tries)), waiting.since()));
        if (tries == 1) {
            meters.gap();
        }
        if (tries == tuning.gapAlarm()) {
            meters.alarm();
            LOG.error(
                    "{} still misses versions {} to {} of {} after asking {} times since {}",
                    consumer,
                    position + 1,
                    held.getAsLong() - 1,
                    stream,
                    tries,
                    waiting.since());
        }
        return Optional.of(new RepublishRequested(stream, position + 1, consumer));
    }

    private boolean later(ConsumerTx tx, Located record) {
        meters.stirred();
        boolean before = tx.held(record.stream(), record.version()).isPresent();
        int tries = before ? tx.waiting(record.stream()).map(Waiting::tries).orElse(0) + 1 : 1;
        if (tries >= tuning.notYetTries()) {
            LOG.error(
                    "{} waited in vain for what {}@{} needs; its dossier is parked",
                    consumer,
                    record.stream(),
                    record.version());
            return park(tx, record, NotYet.class.getName(), tries);
        }
        Instant now = clock.instant();
        tx.hold(record.dossier(), record.stream(), record.version(), record.raw(), now);
        tx.await(new Waiting(
                record.stream(),
                record.dossier(),
                tries,
                now.plus(tuning.notYet().after(tries)),
                now));
        return false;
    }

    private boolean hold(ConsumerTx tx, Located record) {
        meters.stirred();
        Instant now = clock.instant();
        tx.hold(record.dossier(), record.stream(), record.version(), record.raw(), now);
        if (tx.waiting(record.stream()).isEmpty()) {
            tx.await(new Waiting(record.stream(), record.dossier(), 0, now, now));
        }
        return false;
    }

    /**
     * A reaction looked in another unit, and a person may have settled the dossier since, at another process: then nobody
     * would come back to what is parked behind it. False when there is nothing any more to be parked behind.
     */
    private boolean parkBehind(ConsumerTx tx, Located record) {
        if (!tx.isParked(record.dossier())) {
            return false;
        }
        park(tx, record, EARLIER_PARKED, 0);
        return true;
    }

    private boolean park(ConsumerTx tx, Located record, String reason, int attempts) {
        meters.stirred();
        if (record.version() <= tx.position(record.stream())) {
            // Another process had it too, and what became of it there is settled.
            return false;
        }
        Instant now = clock.instant();
        tx.park(record.dossier(), record.stream(), record.version(), record.raw(), reason, attempts, now);
        tx.parkHeld(record.dossier(), EARLIER_PARKED, now);
        return false;
    }

    /**
     * Tries a parked record again, the first of its dossier.
     *
     * @return why it failed again; empty when it is not parked any more
     */
    Optional<String> retry(Unit unit, ParkedRecord parked) {
        try {
            return settle(unit, parked);
        } finally {
            // Only now: the consumer's own thread may look between the call of a person and what came of it.
            meters.stirred();
        }
    }

    private Optional<String> settle(Unit unit, ParkedRecord parked) {
        Located record = finder.find(parked.raw());
        long position = unit.read(reads -> reads.position(record.stream()));
        boolean readable = !Located.isNoStream(record.stream());
        if (readable && record.version() != position + 1) {
            unit.write(tx -> {
                tx.unpark(parked.id());
                return record.version() > position && hold(tx, record);
            });
            return Optional.empty();
        }
        try {
            perform(unit, record);
        } catch (RuntimeException e) {
            if (Reasons.passes(e)) {
                throw e;
            }
            String reason = Reasons.of(e);
            unit.write(tx -> {
                tx.failedAgain(parked.id(), reason);
                return true;
            });
            return Optional.of(reason);
        }
        unit.write(tx -> {
            tx.unpark(parked.id());
            tx.advance(record.stream(), record.version());
            return true;
        });
        goOn(unit, record.dossier(), record.stream(), record.version());
        return Optional.empty();
    }
}
