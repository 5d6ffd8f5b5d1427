package vn.tthc.query.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.dossierview.ViewJson;

/** The facts of a dossier in the order in which they happened, a document for each. */
public final class Timeline {
    private static final String COLLECTION = "timeline";
    private static final String ALL = "dossier";
    private static final String FOR_AGENCIES = "for_agencies";
    private static final String FOR_AUDIENCE = "dossier_audience";

    private Timeline() {}

    /** The collection the facts stand in. */
    public static CollectionSpec spec() {
        return new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(ALL, List.of("dossier"), "occurred_at"),
                        new Index(FOR_AGENCIES, List.of("for_agencies"), "occurred_at"),
                        new Index(FOR_AUDIENCE, List.of("dossier", "audience"), "occurred_at")));
    }

    /** Some facts, and where the next ones start. */
    public record Facts(List<Fact> facts, @Nullable String next) {}

    /** Writes down what happened; once more changes nothing. */
    public static void write(DossierView view, ReceivedEvent received, DocumentWriter documents) {
        Envelope envelope = received.envelope();
        Words words = Wording.of(received.event(), view.work());
        Fact fact = new Fact(
                envelope.occurredAt(),
                envelope.recordedAt(),
                envelope.type(),
                envelope.origin(),
                envelope.audience(),
                words.text(),
                words.agency(),
                envelope.stream(),
                envelope.version());
        // Padded, so that events of one instant stand in the order of their stream.
        String id = "%s@%010d".formatted(envelope.stream(), envelope.version());
        long version = documents.get(COLLECTION, id).map(Document::version).orElse(0L);
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put("dossier", view.id());
        indexed.put("for_agencies", fact.audience() == Audience.INTERNAL ? null : view.id());
        indexed.put("audience", fact.audience().name());
        indexed.put("occurred_at", Dossiers.micros(fact.at()));
        documents.put(COLLECTION, id, version, ViewJson.write(fact), indexed);
    }

    /**
     * A page of all facts of a dossier, oldest first.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    public static Facts all(DocumentReader documents, String dossier, @Nullable String after, int limit) {
        return facts(
                documents.find(new Find(COLLECTION, ALL, Map.of("dossier", dossier), null, null, false, after, limit)));
    }

    /**
     * A page of the facts of a dossier that its agencies may know, oldest first.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    public static Facts forAgencies(DocumentReader documents, String dossier, @Nullable String after, int limit) {
        Map<String, Object> equal = Map.of("for_agencies", dossier);
        return facts(documents.find(new Find(COLLECTION, FOR_AGENCIES, equal, null, null, false, after, limit)));
    }

    /** The newest facts that a citizen may be told, newest first; {@code next} is set when there are more. */
    public static Facts newestForCitizens(DocumentReader documents, String dossier, int limit) {
        Map<String, Object> equal = Map.of("dossier", dossier, "audience", Audience.CITIZEN.name());
        return facts(documents.find(new Find(COLLECTION, FOR_AUDIENCE, equal, null, null, true, null, limit)));
    }

    private static Facts facts(Page page) {
        return new Facts(
                page.documents().stream()
                        .map(document -> ViewJson.read(document.json(), Fact.class))
                        .toList(),
                page.next());
    }
}
