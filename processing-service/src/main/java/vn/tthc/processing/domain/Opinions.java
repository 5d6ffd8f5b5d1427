package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.processing.domain.CaseState.Live;

/** Opinions asked of other agencies (lấy ý kiến): several at once, each with its own term; the papers stay here. */
final class Opinions {
    private Opinions() {}

    static Decision<CaseEvent> ask(Live state, CaseCommand.AskOpinion command) {
        FlowStep step = state.progress().current();
        Opinion known = state.opinions().get(command.opinionId());
        Opinion asked =
                new Opinion(step.id(), command.asked(), command.question(), command.dueAt(), Opinion.Status.ASKED);
        if (known != null) {
            return same(known, asked)
                    ? Decision.accept()
                    : Decision.refuse(
                            CaseProblem.OPINION_CONFLICT, "opinionId", Map.of("opinionId", command.opinionId()));
        }
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unsigned(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.given(command.question(), "question", CaseProblem.QUESTION_REQUIRED),
                        () -> command.asked().id().equals(command.agency())
                                ? Rules.refusal(CaseProblem.OPINION_OF_ONESELF, "agency", Map.of())
                                : null,
                        () -> Rules.exists(command.asked(), command.at()),
                        () -> command.dueAt().isAfter(command.at())
                                ? null
                                : Rules.refusal(CaseProblem.TERM_IN_THE_PAST, "dueAt", Map.of()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(new CaseEvent.OpinionAsked(
                        command.at(),
                        command.opinionId(),
                        step.id(),
                        step.agency(),
                        command.asked(),
                        command.question(),
                        command.dueAt())));
    }

    private static boolean same(Opinion known, Opinion asked) {
        return known.agency().id().equals(asked.agency().id())
                && known.question().equals(asked.question())
                && known.dueAt().equals(asked.dueAt());
    }

    /** An answer is taken as long as the case goes on, be it late: what is known is better than what is not. */
    static Decision<CaseEvent> give(Live state, CaseCommand.GiveOpinion command) {
        Opinion opinion = state.opinions().get(command.opinionId());
        Instant at = command.at().isBefore(state.lastAt()) ? state.lastAt() : command.at();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> open(opinion, command.opinionId()),
                        () -> asked(opinion, command.agency()),
                        () -> Rules.given(command.text(), "text", CaseProblem.TEXT_REQUIRED)),
                () -> {
                    Opinion answered = Objects.requireNonNull(opinion, "it is open");
                    return List.of(new CaseEvent.OpinionGiven(
                            at,
                            command.opinionId(),
                            answered.agency(),
                            command.stance(),
                            command.text(),
                            at.isAfter(answered.dueAt())));
                });
    }

    static Decision<CaseEvent> withdraw(Live state, CaseCommand.WithdrawOpinion command) {
        Opinion opinion = state.opinions().get(command.opinionId());
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> open(opinion, command.opinionId()),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.given(command.reason(), "reason", CaseProblem.REASON_REQUIRED),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(new CaseEvent.OpinionWithdrawn(
                        command.at(),
                        command.opinionId(),
                        state.progress().current().agency(),
                        command.reason())));
    }

    private static @Nullable Refusal open(@Nullable Opinion opinion, String id) {
        if (opinion == null) {
            return Rules.refusal(CaseProblem.UNKNOWN_OPINION, "opinionId", Map.of("opinionId", id));
        }
        return opinion.open() ? null : Rules.refusal(CaseProblem.OPINION_CLOSED, "opinionId", Map.of("opinionId", id));
    }

    private static @Nullable Refusal asked(@Nullable Opinion opinion, String agency) {
        return opinion == null || opinion.agency().id().equals(agency)
                ? null
                : Rules.refusal(
                        CaseProblem.NOT_ASKED,
                        null,
                        Map.of("agency", opinion.agency().name()));
    }

    /** A step that asked for opinions ends when they are there; a late one holds it up only if the procedure says so. */
    static @Nullable Refusal notWaiting(Live state, Instant at) {
        boolean lateBlock = WorkTerms.of(state.file()).lateOpinionsBlock();
        String step = state.progress().current().id();
        return state.opinions().entrySet().stream()
                .filter(asked ->
                        asked.getValue().open() && asked.getValue().step().equals(step))
                .filter(asked -> lateBlock || !at.isAfter(asked.getValue().dueAt()))
                .sorted(Map.Entry.comparingByKey())
                .findFirst()
                .map(asked -> Rules.refusal(
                        CaseProblem.OPINION_OUTSTANDING,
                        null,
                        Map.of(
                                "opinionId",
                                asked.getKey(),
                                "agency",
                                asked.getValue().agency().name())))
                .orElse(null);
    }

    static Live asked(Live state, CaseEvent.OpinionAsked event) {
        return with(
                state,
                event.opinionId(),
                new Opinion(event.step(), event.agency(), event.question(), event.dueAt(), Opinion.Status.ASKED),
                event.occurredAt());
    }

    static Live closed(Live state, String id, Opinion.Status status, CaseEvent event) {
        Opinion opinion = state.opinions().get(id);
        if (opinion == null) {
            throw Case.misplaced(event);
        }
        return with(state, id, opinion.now(status), event.occurredAt());
    }

    private static Live with(Live state, String id, Opinion opinion, Instant at) {
        Map<String, Opinion> more = new HashMap<>(state.opinions());
        more.put(id, opinion);
        return state.asked(more, at);
    }
}
