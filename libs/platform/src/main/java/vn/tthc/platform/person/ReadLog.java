package vn.tthc.platform.person;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/**
 * Who was shown whose data, when and why. A reading is on the disk before anything is shown; when it cannot be recorded,
 * nothing is. Old ones go after the time they are kept for.
 */
public final class ReadLog {
    static final String COLLECTION = "kept_person_reads";
    private static final String ALL = "all";
    private static final String DOSSIER = "dossier";
    private static final String ACTOR = "actor";
    private static final String AT = "at";

    /** With every so many readings, some old ones are looked for. */
    private static final int CLEAN_EVERY = 50;

    private static final int CLEANED = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;
    private final Duration keep;
    private final AtomicLong recorded = new AtomicLong();

    /**
     * The log.
     *
     * @param keep how long a reading is kept
     */
    public ReadLog(DocumentStore documents, Duration keep) {
        this.documents = documents;
        this.keep = keep;
        documents.declare(List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(ALL, List.of(), AT),
                        new Index(DOSSIER, List.of(DOSSIER), AT),
                        new Index(ACTOR, List.of(ACTOR), AT)))));
    }

    /**
     * Records a reading; it is durable when this returns.
     *
     * @throws vn.tthc.platform.sqlite.StoreUnavailable when it cannot be recorded; then nothing may be shown
     */
    public void record(Reading reading) {
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put(AT, micros(reading.at()));
        indexed.put(ACTOR, reading.actor());
        indexed.put(DOSSIER, reading.dossier());
        boolean clean = recorded.incrementAndGet() % CLEAN_EVERY == 0;
        documents.write(writer -> {
            writer.put(COLLECTION, UUID.randomUUID().toString(), 0, JSON.writeValueAsString(reading), indexed);
            if (clean) {
                clean(writer, micros(reading.at().minus(keep)));
            }
            return true;
        });
    }

    private static void clean(DocumentWriter writer, long before) {
        writer.find(new Find(COLLECTION, ALL, Map.of(), null, before, false, null, CLEANED))
                .documents()
                .forEach(document -> writer.delete(COLLECTION, document.id()));
    }

    /** Some readings, and where the next ones start. */
    public record Readings(List<Reading> readings, @Nullable String next) {}

    /**
     * A page of readings, newest first.
     *
     * @param dossier only of this dossier
     * @param actor only by this account; not together with a dossier
     * @throws IllegalArgumentException when {@code after} is not where a page ended, or both are given
     */
    public Readings page(
            @Nullable String dossier,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String after,
            int limit) {
        if (dossier != null && actor != null) {
            throw new IllegalArgumentException("readings are found by dossier or by account");
        }
        String index = dossier != null ? DOSSIER : actor != null ? ACTOR : ALL;
        Map<String, Object> equal = new HashMap<>();
        if (dossier != null) {
            equal.put(DOSSIER, dossier);
        }
        if (actor != null) {
            equal.put(ACTOR, actor);
        }
        Page page = documents.find(new Find(
                COLLECTION,
                index,
                equal,
                from == null ? null : micros(from),
                to == null ? null : micros(to),
                true,
                after,
                limit));
        return new Readings(page.documents().stream().map(ReadLog::read).toList(), page.next());
    }

    private static Reading read(Document document) {
        return JSON.readValue(document.json(), Reading.class);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
