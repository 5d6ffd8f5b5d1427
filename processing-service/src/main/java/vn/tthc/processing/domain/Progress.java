package vn.tthc.processing.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;

/**
 * How far the work has come.
 *
 * @param flow the steps of the flow
 * @param position index of the current step
 * @param done ids of the steps whose work is done
 * @param result how far the result has come
 * @param resultNumber the result's number once issued
 */
public record Progress(
        Flow flow,
        int position,
        Set<String> done,
        Result result,
        @Nullable String resultNumber) {

    /** How far the result has come. */
    public enum Result {
        /** Still being worked out. */
        OPEN,
        /** Signed; only corrections are possible. */
        SIGNED,
        /** Numbered and out of the agency. */
        ISSUED
    }

    public Progress {
        done = Set.copyOf(done);
    }

    static Progress atStartOf(Flow flow) {
        return new Progress(flow, 0, Set.of(), Result.OPEN, null);
    }

    /** The step the case is at. */
    public FlowStep current() {
        return flow.at(position);
    }

    /** Whether the work of the current step is done. */
    public boolean currentDone() {
        return done.contains(current().id());
    }

    Progress completed(String step) {
        return new Progress(
                flow,
                position,
                Stream.concat(done.stream(), Stream.of(step)).collect(Collectors.toUnmodifiableSet()),
                result,
                resultNumber);
    }

    /** At another step. What is now ahead has to be done again. */
    Progress movedTo(String step) {
        int target = flow.position(step);
        Set<String> behind =
                done.stream().filter(id -> flow.position(id) < target).collect(Collectors.toUnmodifiableSet());
        return new Progress(flow, target, behind, result, resultNumber);
    }

    Progress signed() {
        return new Progress(flow, position, done, Result.SIGNED, resultNumber);
    }

    Progress issued(String number) {
        return new Progress(flow, position, done, Result.ISSUED, number);
    }
}
