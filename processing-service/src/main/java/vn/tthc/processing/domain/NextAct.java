package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.tthc.contracts.FlowStep;
import vn.tthc.processing.domain.CaseState.Live;

/**
 * Something that may be done with a case now.
 *
 * @param act what
 * @param toSteps the steps it may go to, for forwarding and sending back
 */
public record NextAct(Act act, List<String> toSteps) {

    /** The acts on a case. */
    public enum Act {
        ACCEPT_CUSTODY,
        COMPLETE_STEP,
        FORWARD,
        SEND_BACK,
        SIGN,
        ISSUE,
        FINISH,
        RECORD_STEP,
        DECLINE,
        CLAIM,
        RELEASE,
        DRAFT,
        NUMBER,
        CORRECT,
        ASK_OPINION
    }

    public NextAct {
        toSteps = List.copyOf(toSteps);
    }

    /** What may be done now, apart from the question by whom and whether the next agency exists today. */
    public static List<NextAct> of(CaseState state) {
        return switch (state) {
            case CaseState.NotOpen none -> List.of();
            case CaseState.Imported imported ->
                imported.endedAt() == null
                        ? List.of(new NextAct(Act.RECORD_STEP, List.of()), new NextAct(Act.FINISH, List.of()))
                        : List.of(new NextAct(Act.RECORD_STEP, List.of()));
            case Live live -> live.endedAt() == null ? ofRunning(live) : List.of();
        };
    }

    private static List<NextAct> ofRunning(Live state) {
        List<NextAct> acts = new ArrayList<>();
        switch (state.custody()) {
            case Custody.Offered offered -> {
                acts.add(new NextAct(Act.ACCEPT_CUSTODY, List.of()));
                if (Rules.declinable(state) == null) {
                    acts.add(new NextAct(Act.DECLINE, List.of()));
                }
            }
            case Custody.Held held -> acts.addAll(ofHeld(state));
        }
        acts.add(new NextAct(Act.RECORD_STEP, List.of()));
        return acts;
    }

    private static List<NextAct> ofHeld(Live state) {
        Progress progress = state.progress();
        List<NextAct> acts = new ArrayList<>();
        if (progress.currentDone()) {
            add(acts, Act.FORWARD, stepsThat(state, step -> Rules.forward(state, step.id()) == null));
        } else if (Opinions.notWaiting(state, Instant.MIN) == null) {
            acts.add(new NextAct(ownAct(progress.current()), List.of()));
        }
        if (Rules.unsigned(state) == null) {
            add(acts, Act.SEND_BACK, stepsThat(state, step -> Rules.backward(state, step.id()) == null));
        }
        if (Rules.issued(state) == null) {
            acts.add(new NextAct(Act.FINISH, List.of()));
        }
        acts.addAll(beside(state));
        return acts;
    }

    /** What may be done beside the work of the step itself. */
    private static List<NextAct> beside(Live state) {
        Progress progress = state.progress();
        List<NextAct> acts = new ArrayList<>();
        acts.add(new NextAct(state.stay().officer() == null ? Act.CLAIM : Act.RELEASE, List.of()));
        if (Rules.unsigned(state) == null) {
            acts.add(new NextAct(Act.DRAFT, List.of()));
            acts.add(new NextAct(Act.ASK_OPINION, List.of()));
        } else {
            add(acts, Act.CORRECT, stepsThat(state, step -> Deciding.correctable(state, step.id()) == null));
        }
        boolean toNumber = progress.current().kind() == FlowStep.Kind.NUMBER && !progress.currentDone();
        if (toNumber && progress.resultNumber() == null && Rules.signed(state) == null) {
            acts.add(new NextAct(Act.NUMBER, List.of()));
        }
        return acts;
    }

    private static Act ownAct(FlowStep step) {
        return switch (step.kind()) {
            case WORK, OPINION, NUMBER -> Act.COMPLETE_STEP;
            case SIGN -> Act.SIGN;
            case ISSUE -> Act.ISSUE;
        };
    }

    private static void add(List<NextAct> acts, Act act, List<String> toSteps) {
        if (!toSteps.isEmpty()) {
            acts.add(new NextAct(act, toSteps));
        }
    }

    private static List<String> stepsThat(Live state, Predicate<FlowStep> allowed) {
        return state.progress().flow().steps().stream()
                .filter(allowed)
                .map(FlowStep::id)
                .toList();
    }
}
