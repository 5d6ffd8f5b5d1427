package vn.tthc.platform.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.store.BatchDocuments;

/**
 * A view: a whole batch with its positions and offsets in one transaction, or, where several processes share the store,
 * a stretch of one lane at a time and the offsets after all of it.
 */
final class ProjectionHandling extends Handling {
    /** Few enough to be kept as one document, many enough to be quick. */
    private static final int STRETCH = 32;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionHandling.class);

    private final boolean across;
    private final boolean byIdAlone;

    ProjectionHandling(
            Projection view,
            String consumer,
            ConsumerStore store,
            Steps steps,
            RecentRecords records,
            ControlPublisher control) {
        super(consumer, store, steps, records, control);
        this.across = view.acrossDossiers();
        this.byIdAlone = view.byIdAlone();
    }

    @Override
    void batch(List<Located> records, Map<TopicPartition, NextOffset> next) {
        if (store.lanes() == 1) {
            inOneOrEach(together -> store.writeRepeatable(consumer, 0, tx -> {
                take(tx, records, together);
                next.forEach(tx::offset);
                return true;
            }));
            return;
        }
        Map<Integer, List<Located>> lanes = new TreeMap<>();
        records.forEach(record -> lanes.computeIfAbsent(lane(record.dossier()), key -> new ArrayList<>())
                .add(record));
        lanes.forEach(this::stretches);
        Lanes.offsets(store, consumer, next);
    }

    private void stretches(int lane, List<Located> records) {
        for (int from = 0; from < records.size(); from += STRETCH) {
            stretch(lane, records.subList(from, Math.min(records.size(), from + STRETCH)));
        }
    }

    private void stretch(int lane, List<Located> records) {
        try {
            inOneOrEach(together -> store.writeRepeatable(consumer, lane, tx -> take(tx, records, together)));
        } catch (UnitTooLarge e) {
            if (records.size() == 1) {
                throw e;
            }
            int half = records.size() / 2;
            stretch(lane, records.subList(0, half));
            stretch(lane, records.subList(half, records.size()));
        }
    }

    /** What the store refuses of a whole batch is done event by event, so that one of them is parked and no other waits. */
    private void inOneOrEach(Consumer<Boolean> work) {
        try {
            work.accept(byIdAlone);
        } catch (UnitTooLarge e) {
            throw e;
        } catch (RuntimeException e) {
            if (!byIdAlone || Reasons.passes(e)) {
                throw e;
            }
            LOG.warn("{} takes a batch event by event, because together it failed: {}", consumer, Reasons.of(e));
            work.accept(false);
        }
    }

    private boolean take(ConsumerTx tx, List<Located> records, boolean together) {
        if (!together) {
            Unit unit = Unit.in(tx);
            records.forEach(record -> steps.take(unit, record));
            return true;
        }
        BatchDocuments documents = new BatchDocuments(tx.documents());
        Unit unit = Unit.in(tx, documents::attempt);
        records.forEach(record -> steps.take(unit, record));
        documents.held().store(tx.documents());
        return true;
    }

    @Override
    Optional<FoldedBatch> fold(List<Located> batch, FoldedBatch before) {
        // What cannot be read is parked, as a rule; Steps decides that, and says so in the log, once.
        if (!byIdAlone
                || store.lanes() != 1
                || !store.readsTogether()
                || batch.stream().anyMatch(record -> record.unreadable() != null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.readTogether(
                    consumer, (reads, documents) -> FoldedBatch.of(batch, steps, before, reads, documents)));
        } catch (RuntimeException e) {
            LOG.debug("{} takes a batch only after the one before it: {}", consumer, Reasons.of(e));
            return Optional.empty();
        }
    }

    @Override
    boolean folded(FoldedBatch folded, Map<TopicPartition, NextOffset> next) {
        try {
            return store.writeRepeatable(consumer, 0, tx -> {
                folded.store(tx);
                next.forEach(tx::offset);
                return true;
            });
        } catch (RuntimeException e) {
            if (Reasons.passes(e)) {
                throw e;
            }
            LOG.warn("{} takes a batch once more, because what was folded was refused: {}", consumer, Reasons.of(e));
            return false;
        }
    }

    /** Documents that belong to several dossiers must not be changed on two lanes at once. */
    @Override
    int lane(String dossier) {
        return across ? 0 : super.lane(dossier);
    }

    @Override
    Optional<RepublishRequested> again(Waiting waiting) {
        return store.write(consumer, lane(waiting.dossier()), tx -> steps.again(Unit.in(tx), waiting));
    }

    @Override
    Optional<String> retry(ParkedRecord parked) {
        return store.write(consumer, lane(parked.dossier()), tx -> steps.retry(Unit.in(tx), parked));
    }
}
