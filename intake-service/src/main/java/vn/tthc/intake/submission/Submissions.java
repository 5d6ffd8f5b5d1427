package vn.tthc.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.person.PartySealer;
import vn.tthc.intake.person.PartySealer.Place;
import vn.tthc.intake.person.PersonBody;
import vn.tthc.intake.reference.Named;
import vn.tthc.law.clock.VietnamTime;

/** Makes of a request the command that files a dossier: everything named looked up, everything personal sealed. */
@Component
class Submissions {
    private final Named catalogue;
    private final PartySealer sealer;
    private final Lookups lookups;
    private final Now now;

    Submissions(Named catalogue, PartySealer sealer, Lookups lookups, Now now) {
        this.catalogue = catalogue;
        this.sealer = sealer;
        this.lookups = lookups;
        this.now = now;
    }

    /** What a request names, as the catalogue has it. */
    record Told(
            Procedure procedure,
            Agency receiving,
            Agency competent,
            @Nullable Agency support,
            @Nullable Agency destination) {}

    /**
     * Looks up what a request names.
     *
     * @throws vn.tthc.platform.web.Problem 400 naming the field that names nothing
     */
    Told told(SubmissionBody body) {
        return told(body, now.instant());
    }

    /** The same for what was filed at a moment that is over: the procedure in its version of that day. */
    Told told(SubmissionBody body, Instant at) {
        return new Told(
                catalogue.procedure("procedure", body.procedure(), VietnamTime.date(at)),
                catalogue.agency("receivingAgency", body.receivingAgency()),
                catalogue.agency("competentAgency", body.competentAgency()),
                catalogue.optionalAgency("supportAgency", body.supportAgency()),
                catalogue.optionalAgency("returnBy.unit", body.returnBy().unit()));
    }

    /** The command; makes the persons and their keys, so it is called once for what is really filed. */
    DossierCommand command(SubmissionBody body, Told named, String dossierId, String commandId) {
        return command(body, named, dossierId, commandId, now.instant());
    }

    /** The same for what was filed at a moment that is over. */
    DossierCommand.Submit command(SubmissionBody body, Told named, String dossierId, String commandId, Instant at) {
        Place place = new Place(StreamId.dossier(dossierId), commandId);
        Party applicant = sealer.seal(body.applicant(), place, "applicant");
        PersonBody told = body.owner();
        Party owner = told == null ? null : sealer.seal(told, place, "owner");
        SubmissionBody.ReturnBody back = body.returnBy();
        return new DossierCommand.Submit(
                at,
                named.procedure(),
                body.channel(),
                named.receiving(),
                named.competent(),
                named.support(),
                named.destination(),
                body.portalCode(),
                applicant,
                owner,
                new ReturnWish(
                        back.way(),
                        back.unit(),
                        sealer.optional(applicant.person(), place, "returnWish.address", back.address())),
                lookups.lookup(dossierId),
                authority(body.authority(), owner == null ? applicant : owner, place));
    }

    private @Nullable Authority authority(SubmissionBody.@Nullable AuthorityBody told, Party giver, Place place) {
        return told == null
                ? null
                : new Authority(
                        sealer.seal(
                                giver.person(),
                                place,
                                "authority.number",
                                told.number().strip()),
                        told.issuedOn(),
                        told.validUntil(),
                        told.blob());
    }
}
