package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.CaseProblem.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.processing.domain.CaseState.Live;
import vn.tthc.processing.domain.Progress.Result;

/** The policies of processing, each once and by name; null means no objection. */
final class Rules {
    private Rules() {}

    /** The first objection refuses; without one the events hold. */
    static Decision<CaseEvent> unless(List<Rule> rules, Outcome events) {
        for (Rule rule : rules) {
            Refusal objection = rule.objection();
            if (objection != null) {
                return new Decision.Refused<>(objection);
            }
        }
        return Decision.accept(events.events());
    }

    /** A policy applied to a case. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Refusal objection();
    }

    /** What follows when no policy objects. */
    @FunctionalInterface
    interface Outcome {
        List<CaseEvent> events();
    }

    /** History is only added to: a live fact is not earlier than the one before it. */
    static @Nullable Refusal timeMovesOn(Live state, Instant at) {
        return at.isBefore(state.lastAt())
                ? refusal(TIME_WENT_BACK, null, Map.of("last", state.lastAt().toString()))
                : null;
    }

    static @Nullable Refusal notFinished(Live state) {
        return state.endedAt() == null ? null : refusal(CASE_FINISHED);
    }

    /**
     * Only the agency that has taken the papers works on them: every hand-over has giao and nhận (phiếu kiểm soát quá
     * trình giải quyết hồ sơ, Mẫu 06, Thông tư 03/2025/TT-VPCP).
     */
    static @Nullable Refusal heldBy(Live state, String agency) {
        return switch (state.custody()) {
            case Custody.Offered offered ->
                refusal(
                        CUSTODY_NOT_ACCEPTED,
                        null,
                        Map.of("agency", offered.agency().name()));
            case Custody.Held held -> sameAgency(held.agency(), agency);
        };
    }

    /** Only the agency the case was given to takes it (Mẫu 06). */
    static @Nullable Refusal offeredTo(Live state, String agency) {
        return switch (state.custody()) {
            case Custody.Offered offered -> sameAgency(offered.agency(), agency);
            case Custody.Held held -> refusal(CUSTODY_NOT_OFFERED);
        };
    }

    /**
     * Work is given only to an agency that exists on that day: huyện agencies ended on 30/06/2025 (two-tier local
     * government, Nghị định 118/2025/NĐ-CP, Điều 1).
     */
    static @Nullable Refusal exists(AgencyRef agency, Instant at) {
        LocalDate day = VietnamTime.date(at);
        return agency.validOn(day)
                ? null
                : refusal(AGENCY_NOT_VALID, null, Map.of("agency", agency.name(), "day", day.toString()));
    }

    static @Nullable Refusal current(Live state, String step) {
        String current = state.progress().current().id();
        return current.equals(step)
                ? null
                : refusal(NOT_CURRENT_STEP, "step", Map.of("current", current, "step", step));
    }

    static @Nullable Refusal kind(Live state, FlowStep.Kind kind, CaseProblem otherwise) {
        FlowStep current = state.progress().current();
        return current.kind() == kind ? null : refusal(otherwise, null, Map.of("step", current.id()));
    }

    /** A signing step is done by the signature, an issuing step by the issue: nothing else completes them. */
    static @Nullable Refusal doneByItsOwnAct(Live state) {
        return switch (state.progress().current().kind()) {
            case SIGN -> refusal(NOT_SIGNED);
            case ISSUE -> refusal(NOT_ISSUED);
            case WORK, OPINION, NUMBER -> null;
        };
    }

    /** What was signed and then corrected is not made signed again by declining it. */
    static @Nullable Refusal declinable(Live state) {
        boolean corrected = state.custody() instanceof Custody.Offered offered
                && offered.giver() != null
                && offered.giver().progress().result() != state.progress().result();
        return corrected ? refusal(CORRECTION_NOT_DECLINABLE) : null;
    }

    static @Nullable Refusal completed(Live state) {
        return state.progress().currentDone()
                ? null
                : refusal(
                        STEP_NOT_COMPLETED,
                        null,
                        Map.of("step", state.progress().current().id()));
    }

    /** Forward goes forward on the way of the decision, and passes over optional steps only. */
    static @Nullable Refusal forward(Live state, @Nullable String toStep) {
        Progress progress = state.progress();
        Flow flow = progress.flow();
        OptionalInt next = flow.next(progress.position(), progress.kind());
        if (undecided(progress, toStep)) {
            return refusal(DRAFT_REQUIRED);
        }
        if (toStep == null) {
            return next.isPresent()
                    ? null
                    : refusal(
                            NO_NEXT_STEP,
                            null,
                            Map.of("step", progress.current().id()));
        }
        OptionalInt target = flow.find(toStep);
        if (target.isEmpty()) {
            return refusal(UNKNOWN_STEP, "toStep", Map.of("step", toStep));
        }
        if (target.getAsInt() <= progress.position()) {
            return refusal(NOT_A_LATER_STEP, "toStep", Map.of());
        }
        if (!flow.at(target.getAsInt()).appliesTo(progress.kind())) {
            return refusal(STEP_OF_ANOTHER_BRANCH, "toStep", Map.of("step", toStep));
        }
        return flow.between(progress.position(), target.getAsInt(), progress.kind()).stream()
                .filter(step -> !step.optional())
                .findFirst()
                .map(step -> refusal(STEP_NOT_OPTIONAL, "toStep", Map.of("step", step.id())))
                .orElse(null);
    }

    /** Past a step that is there for one kind of decision only, it has to be known what the decision comes to. */
    private static boolean undecided(Progress progress, @Nullable String toStep) {
        Flow flow = progress.flow();
        OptionalInt next = flow.next(progress.position(), progress.kind());
        int last = flow.steps().size() - 1;
        int target = toStep == null ? next.orElse(last) : flow.find(toStep).orElse(progress.position());
        return progress.kind() == null
                && target > progress.position()
                && flow.steps().subList(progress.position() + 1, target + 1).stream()
                        .anyMatch(step -> step.when() != null);
    }

    /** A step sends back only to the earlier steps its procedure names. */
    static @Nullable Refusal backward(Live state, String toStep) {
        Progress progress = state.progress();
        OptionalInt target = progress.flow().find(toStep);
        if (target.isEmpty()) {
            return refusal(UNKNOWN_STEP, "toStep", Map.of("step", toStep));
        }
        boolean allowed = target.getAsInt() < progress.position()
                && progress.current().mayReturnTo().contains(toStep);
        return allowed
                ? null
                : refusal(
                        SEND_BACK_NOT_ALLOWED,
                        "toStep",
                        Map.of("step", progress.current().id(), "to", toStep));
    }

    /** A signed decision is not worked on any more; what is wrong with it is corrected by a decision of its own. */
    static @Nullable Refusal unsigned(Live state) {
        return state.progress().result() == Result.OPEN ? null : refusal(ALREADY_SIGNED);
    }

    /** Supplements and obligations have requests of their own, and a status each. */
    static @Nullable Refusal noActOfItsOwn(PauseReason reason) {
        return reason == PauseReason.SUPPLEMENT || reason == PauseReason.FINANCIAL_OBLIGATION
                ? refusal(PAUSE_HAS_ITS_OWN_ACT, "reason", Map.of("reason", reason.name()))
                : null;
    }

    static @Nullable Refusal signed(Live state) {
        return state.progress().result() == Result.OPEN ? refusal(NOT_SIGNED) : null;
    }

    static @Nullable Refusal unissued(Live state) {
        return state.progress().result() == Result.ISSUED ? refusal(ALREADY_ISSUED) : null;
    }

    static @Nullable Refusal issued(Live state) {
        return state.progress().result() == Result.ISSUED ? null : refusal(NOT_ISSUED);
    }

    static @Nullable Refusal given(String text, String field, CaseProblem otherwise) {
        return text.isBlank() ? refusal(otherwise, field, Map.of()) : null;
    }

    static Refusal refusal(CaseProblem code) {
        return refusal(code, null, Map.of());
    }

    static Refusal refusal(CaseProblem code, @Nullable String field, Map<String, String> values) {
        return new Refusal(code, field, values);
    }

    private static @Nullable Refusal sameAgency(AgencyRef custodian, String agency) {
        return custodian.id().equals(agency) ? null : refusal(NOT_IN_CUSTODY, null, Map.of("agency", custodian.name()));
    }
}
