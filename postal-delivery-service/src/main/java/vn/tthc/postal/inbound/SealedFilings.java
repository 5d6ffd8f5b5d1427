package vn.tthc.postal.inbound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;

/** Seals what a citizen tells at the post, and again for the event that tells it to the one-stop. */
@Component
class SealedFilings {
    private final PersonVault vault;

    SealedFilings(PersonVault vault) {
        this.vault = vault;
    }

    /** Where something sealed stands. */
    record Place(StreamId stream, String commandId) {
        static Place of(Envelope envelope) {
            return new Place(StreamId.parse(envelope.stream()), envelope.commandId());
        }
    }

    /** The filing, under a new person's key. */
    Filing seal(TakingBody body, Place place) {
        String person = vault.newPerson();
        TakingBody.PersonBody told = body.applicant();
        return new Filing(
                body.procedure(),
                body.receivingAgency(),
                body.competentAgency(),
                new Party(
                        person,
                        seal(person, place, "filing.applicant.name", told.name().strip()),
                        optional(person, place, "filing.applicant.identityNumber", told.identityNumber()),
                        optional(person, place, "filing.applicant.phone", told.phone()),
                        optional(person, place, "filing.applicant.email", told.email()),
                        optional(person, place, "filing.applicant.address", told.address())),
                new ReturnWish(
                        body.returnBy().way(),
                        body.returnBy().unit(),
                        optional(
                                person,
                                place,
                                "filing.returnWish.address",
                                body.returnBy().address())),
                body.replyTo().unit(),
                seal(
                        person,
                        place,
                        "filing.replyAddress",
                        body.replyTo().address().strip()));
    }

    /**
     * The same filing for another event of its stream.
     *
     * @throws Problem 503 when the applicant's key is not here
     */
    Filing again(Filing filing, Place from, Place to) {
        Party party = filing.applicant();
        Sealed name = again(party.name(), from, to, "filing.applicant.name");
        if (name == null) {
            throw new Problem(CommonProblem.NOT_YET_VISIBLE);
        }
        return new Filing(
                filing.procedure(),
                filing.receiving(),
                filing.competent(),
                new Party(
                        party.person(),
                        name,
                        again(party.identityNumber(), from, to, "filing.applicant.identityNumber"),
                        again(party.phone(), from, to, "filing.applicant.phone"),
                        again(party.email(), from, to, "filing.applicant.email"),
                        again(party.address(), from, to, "filing.applicant.address")),
                new ReturnWish(
                        filing.returnWish().way(),
                        filing.returnWish().unit(),
                        again(filing.returnWish().address(), from, to, "filing.returnWish.address")),
                filing.replyUnit(),
                again(filing.replyAddress(), from, to, "filing.replyAddress"));
    }

    /** A second signature under a record. */
    CoSignature signature(TakingBody.SignatureBody body, Place place, String field) {
        String code = body.oneTimeCode();
        return new CoSignature(
                body.signatureHash(),
                code == null ? null : seal(vault.newPerson(), place, field + ".oneTimeCode", code));
    }

    /** That an officer took it, by the delivery record the postal worker signed. */
    Proof proof(CheckBody body, Place place) {
        String officer = vault.newPerson();
        String code = body.carrier().oneTimeCode();
        return new Proof(
                seal(officer, place, "proof.recipient", body.receivedBy().strip()),
                "AUTHORISED",
                "BIEN_BAN_BAN_GIAO",
                body.carrier().signatureHash(),
                code == null ? null : seal(officer, place, "proof.oneTimeCode", code),
                null,
                null);
    }

    private @Nullable Sealed again(@Nullable Sealed text, Place from, Place to, String field) {
        if (text == null) {
            return null;
        }
        Optional<String> plain = vault.open(text, from.stream(), from.commandId(), field);
        return plain.map(open -> seal(text.person(), to, field, open)).orElse(null);
    }

    private @Nullable Sealed optional(String person, Place place, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(person, place, field, text.strip());
    }

    private Sealed seal(String person, Place place, String field, String text) {
        return vault.seal(person, place.stream(), place.commandId(), field, text);
    }
}
