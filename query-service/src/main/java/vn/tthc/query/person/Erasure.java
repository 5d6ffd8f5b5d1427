package vn.tthc.query.person;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.operation.OperationEvent.ErasureGround;
import vn.tthc.contracts.operation.OperationEvent.PersonErased;
import vn.tthc.contracts.operation.OperationEvent.PersonForgotten;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.query.dossierview.ViewJson;

/**
 * How far the erasure of a person has come. The services' words may arrive before the decision does.
 *
 * @param person random id
 * @param decidedAt when it was decided; null while that has not arrived
 * @param ground why
 * @param decision number of the decision
 * @param forgottenBy the services that have forgotten, each with when it had
 */
public record Erasure(
        String person,
        @Nullable Instant decidedAt,
        @Nullable ErasureGround ground,
        @Nullable String decision,
        SortedMap<String, Instant> forgottenBy) {
    static final String COLLECTION = "erasures";

    public Erasure {
        forgottenBy = Collections.unmodifiableSortedMap(new TreeMap<>(forgottenBy));
    }

    /** What is known of a person's erasure. */
    public static Optional<Erasure> get(DocumentReader documents, String person) {
        return documents.get(COLLECTION, person).map(document -> ViewJson.read(document.json(), Erasure.class));
    }

    static void decided(PersonErased event, DocumentWriter documents) {
        Erasure before = before(documents, event.person());
        put(
                new Erasure(event.person(), event.occurredAt(), event.ground(), event.decision(), before.forgottenBy()),
                documents);
    }

    static void forgotten(PersonForgotten event, DocumentWriter documents) {
        Erasure before = before(documents, event.person());
        SortedMap<String, Instant> by = new TreeMap<>(before.forgottenBy());
        by.put(event.service(), event.occurredAt());
        put(new Erasure(event.person(), before.decidedAt(), before.ground(), before.decision(), by), documents);
    }

    private static Erasure before(DocumentReader documents, String person) {
        return get(documents, person).orElseGet(() -> new Erasure(person, null, null, null, new TreeMap<>()));
    }

    private static void put(Erasure erasure, DocumentWriter documents) {
        long version = documents
                .get(COLLECTION, erasure.person())
                .map(Document::version)
                .orElse(0L);
        documents.put(COLLECTION, erasure.person(), version, ViewJson.write(erasure), Map.of());
    }
}
