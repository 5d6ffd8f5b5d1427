package vn.tthc.intake.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.CorrectedFact;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;

/**
 * Which dossiers a one-stop received, and when: what its register (Sổ theo dõi hồ sơ) is drawn from. Dossiers that were
 * brought in from elsewhere stand in the register of the system they come from.
 */
@Component
class ReceivedDossiers implements Projection {
    static final String NAME = "received-dossiers";
    private static final String COLLECTION = "received_dossiers";
    private static final String BY_AGENCY = "by_agency";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(COLLECTION, List.of(new Index(BY_AGENCY, List.of("agency"), "at"))));
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent received, DocumentWriter documents) {
        String dossier = StreamId.parse(received.envelope().stream()).id();
        if (received.event() instanceof DossierEvent.Received event) {
            long known = known(documents, dossier).map(Document::version).orElse(0L);
            put(documents, dossier, known, event.receiving().id(), event.occurredAt());
        } else if (received.event() instanceof DossierEvent.Corrected event
                && event.fact() == CorrectedFact.RECEIVED_AT) {
            known(documents, dossier)
                    .ifPresent(known -> put(documents, dossier, known.version(), known.json(), event.after()));
        }
    }

    private static Optional<Document> known(DocumentWriter documents, String dossier) {
        return documents.get(COLLECTION, dossier);
    }

    private static void put(DocumentWriter documents, String dossier, long version, String agency, Instant at) {
        documents.put(COLLECTION, dossier, version, agency, Map.of("agency", agency, "at", at.toEpochMilli()));
    }

    /**
     * The dossiers of a one-stop in the order in which they were received.
     *
     * @param from the first moment
     * @param to the moment after the last one
     * @param most so many at the most
     */
    static List<String> of(DocumentReader documents, String agency, Instant from, Instant to, int most) {
        Find query = new Find(
                COLLECTION,
                BY_AGENCY,
                Map.of("agency", agency),
                from.toEpochMilli(),
                to.toEpochMilli(),
                false,
                null,
                most);
        return documents.find(query).documents().stream().map(Document::id).toList();
    }
}
