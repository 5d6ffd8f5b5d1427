package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.intake.domain.WithdrawalCommand.RecordWithdrawalGranted;
import vn.tthc.intake.domain.WithdrawalCommand.RecordWithdrawalRefused;
import vn.tthc.intake.domain.WithdrawalCommand.RequestWithdrawal;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.Pause;

/**
 * Withdrawing (rút hồ sơ): the applicant asks (7), and processing is stopped (8, Mẫu 05) unless a decision exists already.
 * Whether one exists only the case knows, once there is one. Never after 9 or 10.
 */
final class Withdrawals {
    private static final LegalGround ON_REQUEST = new LegalGround(
            "Theo đề nghị của người nộp, khi chưa có kết quả (Mẫu 05, Thông tư 03/2025/TT-VPCP)",
            "At the applicant's request, while there is no result (form 05, Circular 03/2025/TT-VPCP)");

    private static final List<Policy<? super RequestWithdrawal>> REQUEST = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            ClockPolicies::noWithdrawalPending,
            DeskPolicies::timeGoesForward);

    private Withdrawals() {}

    static Decision<DossierEvent> decide(DossierState state, WithdrawalCommand command) {
        return switch (command) {
            case RequestWithdrawal request -> requested(state, request);
            case RecordWithdrawalGranted granted -> granted(state, granted);
            case RecordWithdrawalRefused refused -> refused(state, refused);
        };
    }

    private static Decision<DossierEvent> requested(DossierState state, RequestWithdrawal command) {
        @Nullable Refusal objection = Policy.first(REQUEST, state, command);
        if (objection != null) {
            return new Decision.Refused<>(objection);
        }
        boolean byCase = state.handedOver();
        List<DossierEvent> events = new ArrayList<>();
        events.add(new DossierEvent.WithdrawalRequested(command.at(), command.reason(), byCase));
        if (!byCase) {
            events.add(stopped(state, command.at(), null, command.rules()));
        }
        return Decision.accept(events);
    }

    private static Decision<DossierEvent> granted(DossierState state, RecordWithdrawalGranted fact) {
        if (!state.exists()) {
            return Decision.refuse(DossierProblem.NO_SUCH_DOSSIER);
        }
        return pending(state)
                ? Decision.accept(stopped(state, fact.at(), fact.agency(), fact.rules()))
                : Decision.accept();
    }

    private static Decision<DossierEvent> refused(DossierState state, RecordWithdrawalRefused fact) {
        if (!state.exists()) {
            return Decision.refuse(DossierProblem.NO_SUCH_DOSSIER);
        }
        return pending(state)
                ? Decision.accept(new DossierEvent.WithdrawalRefused(fact.at(), fact.code(), fact.reason()))
                : Decision.accept();
    }

    static boolean pending(DossierState state) {
        return state.status() == OfficialStatus.WITHDRAWAL_REQUESTED;
    }

    /** A stop is an end of processing for the 766 index; while the clock stood still no time was lost. */
    private static DossierEvent stopped(DossierState state, Instant at, @Nullable AgencyRef agency, ClockRules rules) {
        DossierClock clock = state.clock();
        DossierClock ended = clock;
        if (clock != null) {
            for (Pause pause : clock.pauses()) {
                ended = pause.open() ? Objects.requireNonNull(ended).resumed(at, pause.reason()) : ended;
            }
        }
        Instant due =
                clock == null || ended == null ? null : ended.due(rules, clock).newDueAt();
        AgencyRef where = agency != null
                ? agency
                : state.reception() == null ? null : state.reception().receiving();
        return new DossierEvent.Stopped(at, where, ON_REQUEST, due == null ? null : Verdict.of(at, due));
    }
}
