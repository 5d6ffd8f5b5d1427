package vn.tthc.intake.domain;

import static vn.tthc.intake.domain.Objections.bound;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.DossierCommand.Submit;
import vn.tthc.law.Level;
import vn.tthc.law.clock.VietnamTime;

/** What must hold to file a dossier. */
final class SubmissionPolicies {
    static final List<Policy<? super Submit>> ALL = List.of(
            SubmissionPolicies::filedOnce,
            SubmissionPolicies::procedureInForce,
            SubmissionPolicies::channelOffered,
            SubmissionPolicies::returnWayOffered,
            SubmissionPolicies::agenciesExist,
            SubmissionPolicies::receivedByAOneStop,
            SubmissionPolicies::decidedAtTheLevelOfTheProcedure,
            AuthorityPolicies::namesTheOwner,
            AuthorityPolicies::holdsWhenFiled);

    private SubmissionPolicies() {}

    /** A dossier is filed once; a repeat of the request never gets here. */
    private static @Nullable Refusal filedOnce(DossierState state, Submit command) {
        return state.exists() ? Objections.of(DossierProblem.ALREADY_SUBMITTED) : null;
    }

    /** Only a published procedure in force may be asked for (Nghị định 118/2025/NĐ-CP, Điều 16: guidance as published). */
    private static @Nullable Refusal procedureInForce(DossierState state, Submit command) {
        Procedure procedure = command.procedure();
        LocalDate day = VietnamTime.date(command.at());
        boolean begun = procedure.validFrom() == null || !day.isBefore(procedure.validFrom());
        boolean ended = procedure.validTo() != null && day.isAfter(procedure.validTo());
        return begun && !ended
                ? null
                : new Refusal(
                        DossierProblem.PROCEDURE_NOT_IN_FORCE,
                        "procedure",
                        Map.of(
                                "procedure", procedure.pin(),
                                "day", day.toString(),
                                "validFrom", bound(procedure.validFrom()),
                                "validTo", bound(procedure.validTo())));
    }

    /** The published procedure says by which channels (KenhThucHien) it may be filed. */
    private static @Nullable Refusal channelOffered(DossierState state, Submit command) {
        return command.procedure().channels().contains(command.channel())
                ? null
                : new Refusal(
                        DossierProblem.CHANNEL_NOT_OFFERED,
                        "channel",
                        Map.of("channel", command.channel().name()));
    }

    /** The published procedure says how its result may be returned. */
    private static @Nullable Refusal returnWayOffered(DossierState state, Submit command) {
        return command.procedure().returnWays().contains(command.returnWish().way())
                ? null
                : new Refusal(
                        DossierProblem.RETURN_WAY_NOT_OFFERED,
                        "returnBy.way",
                        Map.of("way", command.returnWish().way().name()));
    }

    /** Agencies that do not exist that day take no dossiers: no huyện since 01/07/2025 (Nghị định 118/2025/NĐ-CP, Điều 1). */
    private static @Nullable Refusal agenciesExist(DossierState state, Submit command) {
        LocalDate day = VietnamTime.date(command.at());
        Refusal refusal = validity("receivingAgency", command.receiving(), day);
        refusal = refusal != null ? refusal : validity("competentAgency", command.competent(), day);
        refusal = refusal != null ? refusal : validity("supportAgency", command.support(), day);
        return refusal != null ? refusal : validity("returnBy.unit", command.destination(), day);
    }

    private static @Nullable Refusal validity(String field, @Nullable Agency agency, LocalDate day) {
        return agency == null ? null : Objections.validity(field, agency.ref(), day);
    }

    /**
     * Dossiers are received by the one-stop of the province or of a commune, wherever in the province the competent
     * agency is (Nghị định 118/2025/NĐ-CP, Điều 10 and 14). A commune's centre is kept as the commune itself.
     */
    private static @Nullable Refusal receivedByAOneStop(DossierState state, Submit command) {
        Agency receiving = command.receiving();
        boolean oneStop = receiving.kind().equals("ONE_STOP")
                || (receiving.kind().equals("UNIT") && receiving.level() == Level.XA);
        return oneStop ? null : Objections.of(DossierProblem.NOT_A_ONE_STOP, "receivingAgency", receiving.ref());
    }

    /** The competent agency stands at the level the published procedure names. */
    private static @Nullable Refusal decidedAtTheLevelOfTheProcedure(DossierState state, Submit command) {
        Level needed = command.procedure().competentLevel();
        return command.competent().level() == needed
                ? null
                : Objections.level("competentAgency", command.competent().ref(), needed);
    }
}
