package vn.tthc.query.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent.PostedRefused;
import vn.tthc.contracts.dossier.DossierEvent.Submitted;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.operation.OperationEvent.PersonErased;
import vn.tthc.contracts.operation.OperationEvent.PersonForgotten;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.dossierview.ViewJson;

/**
 * What this service keeps of persons: their cards, sealed; the tokens they are found by; and who was erased. A view of
 * its own, so that a key that is late holds up the search for that person and no status.
 */
@Component
public class PersonProjection implements Projection {
    /** Positions are kept under it; never changed. */
    public static final String NAME = "persons";

    private final Opener opener;
    private final SearchTokens tokens;

    PersonProjection(Opener opener, SearchTokens tokens) {
        this.opener = opener;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER, Topics.OPERATION);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                new CollectionSpec(PersonCard.COLLECTION, List.of()),
                new CollectionSpec(Erasure.COLLECTION, List.of()),
                PersonIndex.spec());
    }

    /** Forgetting a person touches every dossier that names them. */
    @Override
    public boolean acrossDossiers() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent received, DocumentWriter documents) {
        switch (received.event()) {
            case Submitted submitted -> filed(received, submitted, documents);
            case PostedRefused refused -> refused(received, refused, documents);
            case PersonErased erased -> {
                Erasure.decided(erased, documents);
                PersonIndex.drop(erased.person(), documents);
            }
            case PersonForgotten forgotten -> Erasure.forgotten(forgotten, documents);
            // Everything else says nothing about who somebody is.
            default -> {}
        }
    }

    private void filed(ReceivedEvent received, Submitted event, DocumentWriter documents) {
        PersonCard card = new PersonCard(
                DossierView.dossierOf(received),
                received.envelope().commandId(),
                event.applicant(),
                event.owner(),
                event.returnWish().address(),
                event.authority() == null ? null : event.authority().number());
        write(card, event.occurredAt(), documents);
    }

    /** Whoever gave it to the post finds out what became of it; it has no number to look it up by. */
    private void refused(ReceivedEvent received, PostedRefused event, DocumentWriter documents) {
        if (event.applicant() != null) {
            PersonCard card = new PersonCard(
                    DossierView.dossierOf(received),
                    received.envelope().commandId(),
                    event.applicant(),
                    null,
                    null,
                    null);
            write(card, event.occurredAt(), documents);
        }
    }

    private void write(PersonCard card, Instant filedAt, DocumentWriter documents) {
        long version = documents
                .get(PersonCard.COLLECTION, card.dossier())
                .map(Document::version)
                .orElse(0L);
        documents.put(PersonCard.COLLECTION, card.dossier(), version, ViewJson.write(card), Map.of());
        for (PersonCard.Part part : card.parts()) {
            index(card, part, Dossiers.micros(filedAt), documents);
        }
    }

    private void index(PersonCard card, PersonCard.Part part, long filedAt, DocumentWriter documents) {
        Party party = part.party();
        boolean erased =
                Erasure.get(documents, party.person()).map(Erasure::decidedAt).isPresent()
                        || opener.isForgotten(party.person());
        if (erased) {
            return;
        }
        Optional<String> name = opener.opened(party.name(), card, part.role() + ".name");
        if (name.isEmpty()) {
            throw new NotYet("the key of a person has not arrived");
        }
        SearchTokens.Wanted found = tokens.of(
                name.get(),
                opener.opened(party.identityNumber(), card, part.role() + ".identityNumber")
                        .orElse(null),
                opener.opened(party.phone(), card, part.role() + ".phone").orElse(null));
        PersonIndex.write(card.dossier(), part.role(), party.person(), found, filedAt, documents);
    }
}
