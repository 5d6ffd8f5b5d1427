package vn.tthc.processing.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.ResultKind;

/**
 * How far the work has come.
 *
 * @param flow the steps of the flow
 * @param position index of the current step
 * @param done ids of the steps whose work is done
 * @param result how far the result has come
 * @param resultNumber the result's number once it has one
 * @param draft the decision as drafted, null before
 */
public record Progress(
        Flow flow,
        int position,
        Set<String> done,
        Result result,
        @Nullable String resultNumber,
        @Nullable Draft draft) {

    /** How far the result has come. */
    public enum Result {
        /** Still being worked out. */
        OPEN,
        /** Signed; only corrections are possible. */
        SIGNED,
        /** Numbered and out of the agency. */
        ISSUED
    }

    /**
     * A drafted decision.
     *
     * @param kind what it comes to
     * @param draftedBy the account
     */
    public record Draft(ResultKind kind, String draftedBy) {}

    public Progress {
        done = Set.copyOf(done);
    }

    /** What the decision comes to as far as it is drafted. */
    @Nullable
    ResultKind kind() {
        return draft == null ? null : draft.kind();
    }

    static Progress atStartOf(Flow flow) {
        return new Progress(flow, 0, Set.of(), Result.OPEN, null, null);
    }

    /** The step the case is at. */
    public FlowStep current() {
        return flow.at(position);
    }

    /** Whether the work of the current step is done. */
    public boolean currentDone() {
        return done.contains(current().id());
    }

    /** Working minutes that the steps after the current one may take. */
    long minutesAfter() {
        return flow.minutesAfter(position, kind());
    }

    Progress completed(String step) {
        return new Progress(
                flow,
                position,
                Stream.concat(done.stream(), Stream.of(step)).collect(Collectors.toUnmodifiableSet()),
                result,
                resultNumber,
                draft);
    }

    /** At another step. What is now ahead has to be done again. */
    Progress movedTo(String step) {
        int target = flow.position(step);
        Set<String> behind =
                done.stream().filter(id -> flow.position(id) < target).collect(Collectors.toUnmodifiableSet());
        return new Progress(flow, target, behind, result, resultNumber, draft);
    }

    /** Whether it has come to a step that is there for one kind of decision only. */
    boolean onItsWay() {
        return flow.steps().subList(0, position + 1).stream().anyMatch(step -> step.when() != null);
    }

    Progress drafted(Draft newDraft) {
        return new Progress(flow, position, done, result, resultNumber, newDraft);
    }

    Progress signed() {
        return new Progress(flow, position, done, Result.SIGNED, resultNumber, draft);
    }

    Progress numbered(String number) {
        return new Progress(flow, position, done, result, number, draft);
    }

    Progress issued(String number) {
        return new Progress(flow, position, done, Result.ISSUED, number, draft);
    }

    /** At an earlier step, with nothing signed; the draft is there to be replaced. */
    Progress corrected(String step) {
        Progress back = movedTo(step);
        return new Progress(flow, back.position, back.done, Result.OPEN, null, draft);
    }

    /** The same work, with another agency where one stood. */
    Progress with(Flow newFlow) {
        return new Progress(newFlow, position, done, result, resultNumber, draft);
    }
}
