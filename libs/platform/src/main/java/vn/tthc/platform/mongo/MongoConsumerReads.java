package vn.tthc.platform.mongo;

import static vn.tthc.platform.mongo.ConsumerCollections.CONSUMER;
import static vn.tthc.platform.mongo.ConsumerCollections.DOSSIER;
import static vn.tthc.platform.mongo.ConsumerCollections.STREAM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.consume.ConsumerReads;
import vn.tthc.platform.consume.NextOffset;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.consume.RawRecord;
import vn.tthc.platform.consume.Waiting;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** {@link ConsumerReads} on documents, with or without changes that are not stored yet. */
class MongoConsumerReads implements ConsumerReads {
    static final int PAGE = 1_000;

    final DocumentReader documents;
    final String consumer;

    MongoConsumerReads(DocumentReader documents, String consumer) {
        this.documents = documents;
        this.consumer = consumer;
    }

    final String id(String rest) {
        return consumer + "|" + rest;
    }

    final String id(String stream, long version) {
        return id(ConsumerCollections.place(stream, version));
    }

    @Override
    public long position(String stream) {
        return documents
                .get(ConsumerCollections.POSITIONS, id(stream))
                .map(document -> Long.parseLong(document.json()))
                .orElse(0L);
    }

    @Override
    public Map<TopicPartition, NextOffset> offsets() {
        Map<TopicPartition, NextOffset> offsets = new HashMap<>();
        for (Document document :
                all(ConsumerCollections.OFFSETS, ConsumerCollections.BY_CONSUMER, Map.of(CONSUMER, consumer))) {
            var stored = ConsumerDocuments.read(document.json(), ConsumerDocuments.StoredOffset.class);
            offsets.put(
                    new TopicPartition(stored.topic(), stored.partition()),
                    new NextOffset(stored.next(), stored.epoch()));
        }
        return offsets;
    }

    /** Every document of a query. */
    final List<Document> all(String collection, String index, Map<String, Object> equal) {
        List<Document> all = new ArrayList<>();
        String after = null;
        do {
            Page page = documents.find(new Find(collection, index, equal, null, null, false, after, PAGE));
            all.addAll(page.documents());
            after = page.next();
        } while (after != null);
        return all;
    }

    @Override
    public boolean isParked(String dossier) {
        return documents.get(ConsumerCollections.PARKED_DOSSIERS, id(dossier)).isPresent();
    }

    @Override
    public Optional<RawRecord> held(String stream, long version) {
        return documents
                .get(ConsumerCollections.HELD, id(stream, version))
                .map(document -> ConsumerDocuments.read(
                        ConsumerDocuments.read(document.json(), ConsumerDocuments.StoredParked.class)
                                .raw()));
    }

    @Override
    public OptionalLong firstHeld(String stream) {
        return heldOf(stream, null, 1).stream()
                .mapToLong(ConsumerDocuments.StoredParked::version)
                .findFirst();
    }

    /** Held records of a stream below a version, in version order. */
    final List<ConsumerDocuments.StoredParked> heldOf(String stream, @Nullable Long below, int limit) {
        Find query = new Find(
                ConsumerCollections.HELD,
                ConsumerCollections.BY_STREAM,
                Map.of(CONSUMER, consumer, STREAM, stream),
                null,
                below,
                false,
                null,
                limit);
        return documents.find(query).documents().stream()
                .map(document -> ConsumerDocuments.read(document.json(), ConsumerDocuments.StoredParked.class))
                .toList();
    }

    @Override
    public List<Waiting> due(Instant now, int limit) {
        Long until = now.toEpochMilli() == Long.MAX_VALUE ? null : Long.valueOf(now.toEpochMilli() + 1);
        List<Waiting> due = new ArrayList<>();
        String after = null;
        do {
            Page page = documents.find(new Find(
                    ConsumerCollections.WAITING,
                    ConsumerCollections.BY_DUE,
                    Map.of(CONSUMER, consumer),
                    null,
                    until,
                    false,
                    after,
                    Math.min(PAGE, limit - due.size())));
            page.documents().forEach(document -> due.add(waiting(document)));
            after = page.next();
        } while (after != null && due.size() < limit);
        return due;
    }

    @Override
    public Optional<Waiting> waiting(String stream) {
        return documents.get(ConsumerCollections.WAITING, id(stream)).map(MongoConsumerReads::waiting);
    }

    private static Waiting waiting(Document document) {
        return ConsumerDocuments.read(document.json(), ConsumerDocuments.StoredWaiting.class)
                .waiting();
    }

    @Override
    public long heldCount() {
        return count(ConsumerCollections.HELD);
    }

    @Override
    public long parkedDossiers() {
        return count(ConsumerCollections.PARKED_DOSSIERS);
    }

    private long count(String collection) {
        return documents.count(new Find(
                collection, ConsumerCollections.BY_CONSUMER, Map.of(CONSUMER, consumer), null, null, false, null, 1));
    }

    @Override
    public List<ParkedRecord> parked(String dossier, int limit) {
        Find query = new Find(
                ConsumerCollections.PARKED,
                ConsumerCollections.BY_DOSSIER,
                Map.of(CONSUMER, consumer, DOSSIER, dossier),
                null,
                null,
                false,
                null,
                limit);
        return documents.find(query).documents().stream()
                .map(MongoConsumerReads::parked)
                .toList();
    }

    static ParkedRecord parked(Document document) {
        return ConsumerDocuments.read(document.json(), ConsumerDocuments.StoredParked.class)
                .parked();
    }
}
