package vn.tthc.platform.agency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.platform.access.Delegations;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** Every delegation as it was granted and revoked; kept by every service, so that none has to ask another. */
public final class PublishedDelegations implements Projection, Delegations {
    private static final String COLLECTION = "delegations";
    private static final String AGENCY = "agency";
    private static final String DELEGATE = "delegate";
    private static final String ENDS = "ends";

    private final DocumentStore documents;
    private final JsonMapper json;

    public PublishedDelegations(DocumentStore documents, EventJson json) {
        this.documents = documents;
        this.json = json.mapper();
    }

    @Override
    public String name() {
        return "delegations";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index("by_agency", List.of(AGENCY), ENDS),
                        new Index("by_delegate", List.of(DELEGATE), ENDS))));
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter writer) {
        if (event.event() instanceof ReferenceEvent.DelegationGranted granted) {
            put(writer, granted.delegation(), null);
        } else if (event.event() instanceof ReferenceEvent.DelegationRevoked revoked) {
            writer.get(COLLECTION, revoked.delegationId())
                    .map(this::read)
                    .ifPresent(known -> put(writer, known.delegation(), revoked.occurredAt()));
        }
    }

    private void put(DocumentWriter writer, Delegation delegation, @Nullable Instant revokedAt) {
        long version =
                writer.get(COLLECTION, delegation.id()).map(Document::version).orElse(0L);
        writer.put(
                COLLECTION,
                delegation.id(),
                version,
                json.writeValueAsString(new Known(delegation, revokedAt)),
                Map.of(
                        AGENCY,
                        delegation.agency(),
                        DELEGATE,
                        delegation.delegate(),
                        ENDS,
                        delegation.to().toEpochMilli()));
    }

    @Override
    public Optional<Known> find(String id) {
        return documents.get(COLLECTION, id).map(this::read);
    }

    private Known read(Document document) {
        return json.readValue(document.json(), Known.class);
    }

    /**
     * Some delegations, what ends last first.
     *
     * @param next where the next page starts; null when this is the last
     */
    public record Some(List<Known> known, @Nullable String next) {}

    /**
     * Those for an agency.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    public Some ofAgency(String agency, @Nullable String after, int limit) {
        return some("by_agency", Map.of(AGENCY, agency), after, limit);
    }

    /**
     * Those to an account.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    public Some toDelegate(String account, @Nullable String after, int limit) {
        return some("by_delegate", Map.of(DELEGATE, account), after, limit);
    }

    private Some some(String index, Map<String, Object> equal, @Nullable String after, int limit) {
        Page page = documents.find(new Find(COLLECTION, index, equal, null, null, true, after, limit));
        return new Some(page.documents().stream().map(this::read).toList(), page.next());
    }
}
