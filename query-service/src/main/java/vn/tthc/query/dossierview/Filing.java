package vn.tthc.query.dossierview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.law.Channel;

/**
 * How a dossier came into the world.
 *
 * @param at when it was filed, or for an import when it was received
 * @param source {@code live}, or the name of the import
 * @param imported whether it is an old dossier brought in with its own dates
 * @param externalId how that source calls it
 * @param procedure code of the procedure, without its version
 * @param procedureName Vietnamese name
 * @param procedureNameEn English name
 * @param channel how it was filed
 * @param support where the citizen was helped
 * @param receiving the one-stop that receives
 * @param competent the agency that decides; null for an import, which does not say
 * @param portalCode the national portal's code
 * @param applicant sealed; null for an import
 * @param returnWay how the result is wanted; null for an import
 * @param lookup what the public finds it by
 * @param commandId the command the sealed fields are bound to
 */
public record Filing(
        Instant at,
        String source,
        boolean imported,
        @Nullable String externalId,
        String procedure,
        String procedureName,
        String procedureNameEn,
        Channel channel,
        @Nullable AgencyRef support,
        AgencyRef receiving,
        @Nullable AgencyRef competent,
        @Nullable String portalCode,
        @Nullable Party applicant,
        @Nullable ReturnWay returnWay,
        Lookup lookup,
        String commandId) {
    /** The source of dossiers filed in this system. */
    public static final String LIVE = "live";

    static Filing of(DossierEvent.Submitted event, Envelope envelope) {
        return new Filing(
                event.occurredAt(),
                LIVE,
                false,
                null,
                codeOf(event.procedure()),
                event.procedureName(),
                event.procedureNameEn(),
                event.channel(),
                event.places().support(),
                event.places().receiving(),
                event.places().competent(),
                event.portalCode(),
                event.applicant(),
                event.returnWish().way(),
                event.lookup(),
                envelope.commandId());
    }

    static Filing of(DossierEvent.Imported event, Envelope envelope) {
        CaseFile file = event.file();
        return new Filing(
                file.receivedAt(),
                event.source(),
                true,
                event.externalId(),
                codeOf(file.procedure()),
                file.procedureName(),
                file.procedureNameEn(),
                file.channel(),
                null,
                file.oneStop(),
                null,
                null,
                null,
                null,
                event.lookup(),
                envelope.commandId());
    }

    /** The same, with the result to be returned another way. */
    Filing returnedBy(ReturnWay way) {
        return new Filing(
                at,
                source,
                imported,
                externalId,
                procedure,
                procedureName,
                procedureNameEn,
                channel,
                support,
                receiving,
                competent,
                portalCode,
                applicant,
                way,
                lookup,
                commandId);
    }

    /** The agency its figures count for: the one that decides, or for an import the one-stop. */
    public AgencyRef responsible() {
        return competent != null ? competent : receiving;
    }

    private static String codeOf(String procedure) {
        int at = procedure.indexOf('@');
        return at < 0 ? procedure : procedure.substring(0, at);
    }
}
