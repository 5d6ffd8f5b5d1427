package vn.tthc.platform.mongo;

import static vn.tthc.platform.mongo.ConsumerCollections.AT;
import static vn.tthc.platform.mongo.ConsumerCollections.BY_DOSSIER;
import static vn.tthc.platform.mongo.ConsumerCollections.BY_NUMBER;
import static vn.tthc.platform.mongo.ConsumerCollections.CONSUMER;
import static vn.tthc.platform.mongo.ConsumerCollections.DOSSIER;
import static vn.tthc.platform.mongo.ConsumerCollections.DUE;
import static vn.tthc.platform.mongo.ConsumerCollections.HELD;
import static vn.tthc.platform.mongo.ConsumerCollections.NUMBER;
import static vn.tthc.platform.mongo.ConsumerCollections.OFFSETS;
import static vn.tthc.platform.mongo.ConsumerCollections.PARKED;
import static vn.tthc.platform.mongo.ConsumerCollections.PARKED_DOSSIERS;
import static vn.tthc.platform.mongo.ConsumerCollections.PLACE;
import static vn.tthc.platform.mongo.ConsumerCollections.POSITIONS;
import static vn.tthc.platform.mongo.ConsumerCollections.SKIPPED;
import static vn.tthc.platform.mongo.ConsumerCollections.STREAM;
import static vn.tthc.platform.mongo.ConsumerCollections.VERSION;
import static vn.tthc.platform.mongo.ConsumerCollections.WAITING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.consume.ConsumerTx;
import vn.tthc.platform.consume.NextOffset;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.consume.RawRecord;
import vn.tthc.platform.consume.Waiting;
import vn.tthc.platform.mongo.ConsumerDocuments.StoredOffset;
import vn.tthc.platform.mongo.ConsumerDocuments.StoredParked;
import vn.tthc.platform.mongo.ConsumerDocuments.StoredSkip;
import vn.tthc.platform.mongo.ConsumerDocuments.StoredWaiting;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Sequences;

/** {@link ConsumerTx} as changes of documents in one unit. */
final class MongoConsumerTx extends MongoConsumerReads implements ConsumerTx {
    private static final String PARKED_NUMBERS = "parked";

    private final StagedDocuments staged;
    private final Sequences sequences;

    MongoConsumerTx(StagedDocuments staged, Sequences sequences, String consumer) {
        super(staged, consumer);
        this.staged = staged;
        this.sequences = sequences;
    }

    @Override
    public DocumentWriter documents() {
        return staged;
    }

    @Override
    public void attempt(Runnable part) {
        staged.attempt(part);
    }

    private void set(String collection, String id, String json, Map<String, @Nullable Object> indexed) {
        long version = staged.get(collection, id).map(Document::version).orElse(0L);
        staged.put(collection, id, version, json, indexed);
    }

    @Override
    public void advance(String stream, long version) {
        if (version > position(stream)) {
            set(POSITIONS, id(stream), Long.toString(version), Map.of());
        }
    }

    @Override
    public void offset(TopicPartition partition, NextOffset next) {
        String place = partition.topic() + "|" + partition.partition();
        Optional<StoredOffset> before = staged.get(OFFSETS, id(place))
                .map(document -> ConsumerDocuments.read(document.json(), StoredOffset.class));
        if (before.isPresent() && isLate(before.get(), next)) {
            return;
        }
        StoredOffset stored =
                new StoredOffset(partition.topic(), partition.partition(), next.offset(), next.leaderEpoch());
        set(OFFSETS, id(place), ConsumerDocuments.write(stored), Map.of(CONSUMER, consumer, PLACE, place));
    }

    /**
     * Only under a later leader a partition may have lost records; else a lower offset comes from who was left behind, what
     * it read under an earlier leader included: written after whoever reads on, it would stand until the next record.
     */
    private static boolean isLate(StoredOffset before, NextOffset next) {
        return next.offset() < before.next() && !isLater(before.epoch(), next.leaderEpoch());
    }

    private static boolean isLater(@Nullable Integer before, @Nullable Integer epoch) {
        return epoch != null && (before == null || epoch > before);
    }

    @Override
    public void hold(String dossier, String stream, long version, RawRecord raw, Instant now) {
        String id = id(stream, version);
        if (staged.get(HELD, id).isEmpty()) {
            StoredParked held = new StoredParked(
                    0, consumer, dossier, stream, version, "", 0, now.toEpochMilli(), ConsumerDocuments.write(raw));
            Map<String, @Nullable Object> indexed = Map.of(
                    CONSUMER,
                    consumer,
                    DOSSIER,
                    dossier,
                    STREAM,
                    stream,
                    VERSION,
                    version,
                    PLACE,
                    ConsumerCollections.place(stream, version));
            staged.put(HELD, id, 0, ConsumerDocuments.write(held), indexed);
        }
    }

    @Override
    public void release(String stream, long upToVersion) {
        List<StoredParked> released;
        do {
            released = heldOf(stream, upToVersion + 1, PAGE);
            released.forEach(held -> staged.delete(HELD, id(stream, held.version())));
        } while (released.size() == PAGE);
    }

    @Override
    public void await(Waiting waiting) {
        Instant since = waiting(waiting.stream()).map(Waiting::since).orElse(waiting.since());
        StoredWaiting stored = StoredWaiting.of(
                new Waiting(waiting.stream(), waiting.dossier(), waiting.tries(), waiting.due(), since));
        Map<String, @Nullable Object> indexed =
                Map.of(CONSUMER, consumer, DOSSIER, waiting.dossier(), DUE, stored.due());
        set(WAITING, id(waiting.stream()), ConsumerDocuments.write(stored), indexed);
    }

    @Override
    public void awaitNothing(String stream) {
        staged.delete(WAITING, id(stream));
    }

    @Override
    public void park(
            String dossier, String stream, long version, RawRecord raw, String reason, int attempts, Instant now) {
        park(new StoredParked(
                0,
                consumer,
                dossier,
                stream,
                version,
                reason,
                attempts,
                now.toEpochMilli(),
                ConsumerDocuments.write(raw)));
    }

    private void park(StoredParked record) {
        String id = id(record.stream(), record.version());
        if (staged.get(PARKED, id).isPresent()) {
            return;
        }
        long number = sequences.take(PARKED_NUMBERS, 1);
        StoredParked numbered = new StoredParked(
                number,
                consumer,
                record.dossier(),
                record.stream(),
                record.version(),
                record.reason(),
                record.attempts(),
                record.parkedAt(),
                record.raw());
        staged.put(PARKED, id, 0, ConsumerDocuments.write(numbered), parkedFields(numbered));
        count(record.dossier(), 1);
    }

    private static Map<String, @Nullable Object> parkedFields(StoredParked record) {
        return Map.of(CONSUMER, record.consumer(), DOSSIER, record.dossier(), NUMBER, record.id());
    }

    /** How many records of a dossier are parked; the document is there only while some are. */
    private void count(String dossier, long change) {
        String id = id(dossier);
        long parked = staged.get(PARKED_DOSSIERS, id)
                        .map(document -> Long.parseLong(document.json()))
                        .orElse(0L)
                + change;
        if (parked <= 0) {
            staged.delete(PARKED_DOSSIERS, id);
        } else {
            set(PARKED_DOSSIERS, id, Long.toString(parked), Map.of(CONSUMER, consumer, DOSSIER, dossier));
        }
    }

    @Override
    public void parkHeld(String dossier, String reason, Instant now) {
        Map<String, Object> equal = Map.of(CONSUMER, consumer, DOSSIER, dossier);
        for (Document document : all(HELD, BY_DOSSIER, equal)) {
            StoredParked held = ConsumerDocuments.read(document.json(), StoredParked.class);
            park(new StoredParked(
                    0, consumer, dossier, held.stream(), held.version(), reason, 0, now.toEpochMilli(), held.raw()));
            staged.delete(HELD, document.id());
        }
        all(WAITING, BY_DOSSIER, equal).forEach(document -> staged.delete(WAITING, document.id()));
    }

    private Optional<Document> parkedDocument(long number) {
        return staged
                .find(new Find(PARKED, BY_NUMBER, Map.of(), number, number + 1, false, null, 1))
                .documents()
                .stream()
                .findFirst();
    }

    @Override
    public void unpark(long number) {
        parkedDocument(number).ifPresent(document -> {
            staged.delete(PARKED, document.id());
            count(parked(document).dossier(), -1);
        });
    }

    @Override
    public void failedAgain(long number, String reason) {
        parkedDocument(number).ifPresent(document -> {
            StoredParked again =
                    ConsumerDocuments.read(document.json(), StoredParked.class).failedAgain(reason);
            staged.put(PARKED, document.id(), document.version(), ConsumerDocuments.write(again), parkedFields(again));
        });
    }

    @Override
    public void skipped(ParkedRecord record, String reason, String actor, Instant now) {
        StoredSkip skip = new StoredSkip(
                record.consumer(),
                record.dossier(),
                record.stream(),
                record.version(),
                record.reason(),
                reason,
                actor,
                now.toEpochMilli(),
                ConsumerDocuments.write(record.raw()));
        set(
                SKIPPED,
                id(record.stream(), record.version()),
                ConsumerDocuments.write(skip),
                Map.of(CONSUMER, consumer, AT, skip.skippedAt()));
    }
}
