package vn.tthc.processing.domain;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.tthc.contracts.FlowStep;

/**
 * The steps of a case in their order.
 *
 * @param steps at least one
 */
public record Flow(List<FlowStep> steps) {
    public Flow {
        steps = List.copyOf(steps);
    }

    FlowStep at(int position) {
        return steps.get(position);
    }

    FlowStep first() {
        return steps.getFirst();
    }

    /** Where a step stands, or empty when the flow has none of that name. */
    OptionalInt find(String step) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).id().equals(step))
                .findFirst();
    }

    /**
     * Where a step stands.
     *
     * @throws IllegalStateException when the flow has none of that name
     */
    int position(String step) {
        return find(step).orElseThrow(() -> new IllegalStateException("the flow has no step " + step));
    }

    boolean isLast(int position) {
        return position == steps.size() - 1;
    }

    /** Whether a result can come out: exactly one step signs, one after it issues, and neither can be skipped. */
    boolean leadsToResult() {
        List<Integer> sign = compulsory(FlowStep.Kind.SIGN);
        List<Integer> issue = compulsory(FlowStep.Kind.ISSUE);
        return sign.size() == 1 && issue.size() == 1 && sign.getFirst() < issue.getFirst();
    }

    /** The steps that a jump leaves out although they are not optional. */
    List<FlowStep> compulsoryBetween(int from, int to) {
        return steps.subList(from + 1, to).stream()
                .filter(step -> !step.optional())
                .toList();
    }

    private List<Integer> compulsory(FlowStep.Kind kind) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).kind() == kind && !steps.get(i).optional())
                .boxed()
                .toList();
    }
}
