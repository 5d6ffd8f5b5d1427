package vn.tthc.platform.consume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.platform.relay.ControlPublisher;

/** The work of one consumer, one piece at a time: batches, what is due again, and what a person has tried again. */
abstract sealed class Handling permits ReactionHandling, ProjectionHandling {
    private static final int DUE_AT_ONCE = 100;
    private static final int MOST_WAITING = 10_000;
    private static final Instant WHENEVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final long PERSON_WAITS_MILLIS = 5_000;

    final String consumer;
    final ConsumerStore store;
    final Steps steps;
    private final RecentRecords records;
    private final ControlPublisher control;
    private final ReentrantLock turn = new ReentrantLock(true);

    Handling(String consumer, ConsumerStore store, Steps steps, RecentRecords records, ControlPublisher control) {
        this.consumer = consumer;
        this.store = store;
        this.steps = steps;
        this.records = records;
        this.control = control;
    }

    /** Handles records in order and stores where to go on. */
    abstract void batch(List<Located> records, Map<TopicPartition, NextOffset> next) throws InterruptedException;

    /** Stores where to go on, as far as that has been put off; called by the consumer's own thread. */
    void storeOffsets() {}

    abstract Optional<RepublishRequested> again(Waiting waiting);

    /** The lane of the store on which this consumer works on a dossier. */
    int lane(String dossier) {
        return store.lane(dossier);
    }

    abstract Optional<String> retry(ParkedRecord parked);

    /**
     * Handles a polled batch.
     *
     * @throws RuntimeException when it must come again, for a reason that has nothing to do with its records
     */
    void handle(List<RawRecord> batch, Map<TopicPartition, NextOffset> next) throws InterruptedException {
        handleLocated(batch.stream().map(records::find).toList(), next);
    }

    /** Reads what records say that nobody else reads now; needs nobody's turn. */
    List<Located> locate(List<RawRecord> batch) {
        return batch.stream().map(records.finder()::find).toList();
    }

    /** The same for records that have been read. */
    void handleLocated(List<Located> records, Map<TopicPartition, NextOffset> next) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            batch(records, next);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Folds a batch while the one before it may still be on its way into the store, and changes nothing. Needs nobody's
     * turn; all batches before that one have been stored.
     *
     * @param before the batch before it, {@link FoldedBatch#NONE} when all is stored
     * @return empty when it must be taken the usual way, after the one before it has been stored
     */
    Optional<FoldedBatch> fold(List<Located> batch, FoldedBatch before) {
        return Optional.empty();
    }

    /**
     * Stores a folded batch.
     *
     * @return false when the store refused it and it was taken the usual way: what was folded after it is void
     */
    boolean handleFolded(FoldedBatch folded, List<Located> batch, Map<TopicPartition, NextOffset> next)
            throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (folded(folded, next)) {
                return true;
            }
            batch(batch, next);
            return false;
        } finally {
            turn.unlock();
        }
    }

    /** Stores a folded batch; false when the store refuses something of it, and nothing was stored. */
    boolean folded(FoldedBatch folded, Map<TopicPartition, NextOffset> next) {
        return false;
    }

    /**
     * Tries everything that waits for something from elsewhere, due or not; what waits for a missing version stays as it
     * is.
     *
     * @return the streams that still wait
     */
    Set<String> tryWaiting() throws InterruptedException {
        Set<String> left = new TreeSet<>();
        turn.lockInterruptibly();
        try {
            for (Waiting waiting : store.read(consumer, reads -> reads.due(WHENEVER, MOST_WAITING))) {
                if (waitsForOthers(waiting.stream()) && !tried(waiting)) {
                    left.add(waiting.stream());
                }
            }
        } finally {
            turn.unlock();
        }
        return left;
    }

    /** One try more than its turn allows; in vain, it does not count. */
    private boolean tried(Waiting waiting) {
        again(waiting);
        boolean inVain = waitsForOthers(waiting.stream());
        if (inVain) {
            store.write(consumer, lane(waiting.dossier()), tx -> {
                tx.await(waiting);
                return true;
            });
        }
        return !inVain;
    }

    /** The next event of the stream is here, and could not be handled yet. */
    private boolean waitsForOthers(String stream) {
        return store.read(
                consumer,
                reads -> reads.held(stream, reads.position(stream) + 1).isPresent());
    }

    /**
     * Tries again what is due, and asks for what is missing.
     *
     * @param mine which dossiers this process looks after
     * @return whether anything was due
     */
    boolean catchUp(Instant now, Predicate<String> mine) throws InterruptedException {
        List<Waiting> due = store.read(consumer, reads -> reads.due(now, DUE_AT_ONCE)).stream()
                .filter(waiting -> mine.test(waiting.dossier()))
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        List<RepublishRequested> requests = new ArrayList<>();
        turn.lockInterruptibly();
        try {
            for (Waiting waiting : due) {
                again(waiting).ifPresent(requests::add);
            }
        } finally {
            turn.unlock();
        }
        for (RepublishRequested request : requests) {
            if (!control.publish(request)) {
                // Not lost: the gap stays and is asked for again when it is due.
                break;
            }
        }
        return true;
    }

    /**
     * Tries the parked records of a dossier again, in order, until one fails.
     *
     * @throws ConsumerBusy when the consumer is at work for longer than a person waits
     */
    Retried retry(String dossier) throws InterruptedException {
        if (!turn.tryLock(PERSON_WAITS_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new ConsumerBusy(consumer);
        }
        try {
            int handled = 0;
            while (true) {
                List<ParkedRecord> first = store.read(consumer, reads -> reads.parked(dossier, 1));
                if (first.isEmpty()) {
                    return new Retried(handled, null);
                }
                Optional<String> failure = retry(first.getFirst());
                if (failure.isPresent()) {
                    return new Retried(handled, failure.get());
                }
                handled++;
            }
        } finally {
            turn.unlock();
        }
    }

    /** Does something while the consumer rests. */
    void whileResting(Runnable work) throws InterruptedException {
        if (!turn.tryLock(PERSON_WAITS_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new ConsumerBusy(consumer);
        }
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }
}
