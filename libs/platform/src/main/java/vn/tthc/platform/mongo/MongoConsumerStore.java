package vn.tthc.platform.mongo;

import static vn.tthc.platform.mongo.ConsumerCollections.AT;
import static vn.tthc.platform.mongo.ConsumerCollections.CONSUMER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.consume.ConsumerReads;
import vn.tthc.platform.consume.ConsumerStore;
import vn.tthc.platform.consume.ConsumerTx;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.mongo.ConsumerDocuments.StoredSkip;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Sequences;

/** {@link ConsumerStore} for any number of processes: a lane per consumer and partition, as dossiers are spread. */
public final class MongoConsumerStore implements ConsumerStore {
    private final MongoDocuments documents;
    private final Sequences sequences;

    public MongoConsumerStore(MongoDocuments documents, Sequences sequences) {
        this.documents = documents;
        this.sequences = sequences;
        documents.declare(ConsumerCollections.ALL);
    }

    @Override
    public int lanes() {
        return Topics.PARTITIONS;
    }

    @Override
    public int lane(String dossier) {
        return BuiltInPartitioner.partitionForKey(dossier.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
    }

    @Override
    public <T extends @Nullable Object> T write(String consumer, int lane, Function<ConsumerTx, T> work) {
        return documents
                .lanes()
                .run(consumer, lane, staged -> work.apply(new MongoConsumerTx(staged, sequences, consumer)));
    }

    @Override
    public <T extends @Nullable Object> T read(String consumer, Function<ConsumerReads, T> work) {
        return work.apply(new MongoConsumerReads(documents, consumer));
    }

    @Override
    public List<ParkedRecord> parked(long after, int limit) {
        return documents.find(parkedFrom(after + 1, null, limit)).documents().stream()
                .map(MongoConsumerReads::parked)
                .toList();
    }

    @Override
    public Optional<ParkedRecord> parked(long id) {
        return documents.find(parkedFrom(id, id + 1, 1)).documents().stream()
                .map(MongoConsumerReads::parked)
                .findFirst();
    }

    private static Find parkedFrom(long from, @Nullable Long to, int limit) {
        return new Find(
                ConsumerCollections.PARKED, ConsumerCollections.BY_NUMBER, Map.of(), from, to, false, null, limit);
    }

    @Override
    public Set<String> skipped(String consumer) {
        return skips(consumer).stream()
                .map(document -> ConsumerDocuments.read(document.json(), StoredSkip.class))
                .map(skip -> skip.stream() + "@" + skip.version())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<vn.tthc.platform.store.Document> skips(String consumer) {
        return new MongoConsumerReads(documents, consumer)
                .all(ConsumerCollections.SKIPPED, ConsumerCollections.BY_CONSUMER, Map.of(CONSUMER, consumer));
    }

    @Override
    public void hold(String consumer, String holder) {
        MongoDocuments.reading(() -> {
            documents.lanes().hold(consumer, lanes(), holder);
            return consumer;
        });
    }

    @Override
    public void letGo(String consumer, String holder) {
        MongoDocuments.reading(() -> {
            documents.lanes().letGo(consumer, lanes(), holder);
            return consumer;
        });
    }

    @Override
    public Optional<String> holder(String consumer) {
        return MongoDocuments.reading(
                () -> Optional.ofNullable(documents.lanes().holder(consumer, lanes())));
    }

    @Override
    public void end(String consumer) {
        MongoDocuments.reading(() -> {
            documents.lanes().end(consumer, lanes());
            return consumer;
        });
        clear(consumer);
    }

    @Override
    public void forget(String consumer) {
        clear(consumer);
        MongoDocuments.reading(() -> {
            documents.lanes().forget(consumer, lanes());
            return consumer;
        });
    }

    private void clear(String consumer) {
        // Every id begins with the consumer and a bar; the character after a bar is a closing brace.
        Document own = new Document("_id", new Document("$gte", consumer + "|").append("$lt", consumer + "}"));
        MongoDocuments.reading(() -> {
            ConsumerCollections.ALL.forEach(
                    spec -> documents.collections().declared(spec.name()).deleteMany(own));
            return consumer;
        });
    }

    @Override
    public void retire(String consumer, String heir) {
        inherit(consumer, heir);
        forget(consumer);
    }

    @Override
    public void inherit(String consumer, String heir) {
        for (var document : skips(consumer)) {
            StoredSkip skip =
                    ConsumerDocuments.read(document.json(), StoredSkip.class).of(heir);
            String id = heir + "|" + ConsumerCollections.place(skip.stream(), skip.version());
            write(heir, lane(skip.dossier()), tx -> {
                long before = tx.documents()
                        .get(ConsumerCollections.SKIPPED, id)
                        .map(vn.tthc.platform.store.Document::version)
                        .orElse(0L);
                tx.documents()
                        .put(
                                ConsumerCollections.SKIPPED,
                                id,
                                before,
                                ConsumerDocuments.write(skip),
                                Map.of(CONSUMER, heir, AT, skip.skippedAt()));
                return skip;
            });
        }
    }
}
