package vn.tthc.query.worklist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Role;
import vn.tthc.law.OfficialStatus;
import vn.tthc.query.dossierview.CaseFold;
import vn.tthc.query.dossierview.DossierFold;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Filing;

/**
 * Where a dossier waits for somebody: a pure function of its view, so that it is in one queue or, once it is over, in none.
 * Imported dossiers stay out.
 *
 * @param kind what it waits for
 * @param agency id of the agency whose queue it is
 * @param officer the account that has it, for {@link Kind#OFFICER}
 * @param role the role that may take it, for {@link Kind#POOL}
 */
public record Queue(
        Kind kind,
        String agency,
        @Nullable String officer,
        @Nullable Role role) {

    /** What a dossier can wait for. */
    public enum Kind {
        /** The one-stop: to be received, handed over, or returned. */
        ONE_STOP,
        /** An agency: to take what it was given. */
        TO_ACCEPT,
        /** Anybody of a role in an agency. */
        POOL,
        /** One officer. */
        OFFICER
    }

    /** The queue of a dossier, or empty when it waits for nobody. */
    static Optional<Queue> of(DossierView view) {
        DossierFold dossier = view.dossier();
        Filing filing = dossier.filing();
        OfficialStatus status = dossier.status();
        if (filing == null || status == null || filing.imported() || isOver(status)) {
            return Optional.empty();
        }
        CaseFold.Custody custody = view.work().custody();
        if (custody != null && view.work().finishedAt() == null && dossier.ended() == null) {
            return Optional.of(inCustody(view.work(), custody, filing.receiving()));
        }
        DossierFold.HandOver given = dossier.handOver();
        AgencyRef receiver = given == null ? null : given.to();
        return Optional.of(
                receiver != null && dossier.ended() == null && custody == null
                        ? toAccept(receiver)
                        : oneStop(filing.receiving()));
    }

    private static boolean isOver(OfficialStatus status) {
        return switch (status) {
            case NOT_RECEIVED, STOPPED, RETURNED -> true;
            case REGISTERED,
                    RECEIVED,
                    IN_PROCESS,
                    SUPPLEMENT_REQUESTED,
                    FINANCIAL_OBLIGATION,
                    WITHDRAWAL_REQUESTED,
                    PROCESSED -> false;
        };
    }

    private static Queue inCustody(CaseFold work, CaseFold.Custody custody, AgencyRef oneStop) {
        if (custody.to() != null) {
            return toAccept(custody.to());
        }
        AgencyRef holder = custody.holder() == null ? oneStop : custody.holder();
        if (work.desk().officer() != null) {
            return new Queue(Kind.OFFICER, holder.id(), work.desk().officer(), null);
        }
        CaseFold.Step step = work.step(custody.step());
        Role role = step == null || step.role() == null ? Role.CASE_OFFICER : step.role();
        return new Queue(Kind.POOL, holder.id(), null, role);
    }

    private static Queue toAccept(AgencyRef agency) {
        return new Queue(Kind.TO_ACCEPT, agency.id(), null, null);
    }

    private static Queue oneStop(AgencyRef agency) {
        return new Queue(Kind.ONE_STOP, agency.id(), null, null);
    }

    /** Its name in the index; the same dossier never has two. */
    String key() {
        return switch (kind) {
            case ONE_STOP -> "one-stop/" + agency;
            case TO_ACCEPT -> "to-accept/" + agency;
            case POOL -> "pool/" + agency + "/" + role;
            case OFFICER -> "officer/" + officer;
        };
    }
}
