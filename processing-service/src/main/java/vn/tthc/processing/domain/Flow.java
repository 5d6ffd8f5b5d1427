package vn.tthc.processing.domain;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.ResultKind;

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

    /**
     * Whether a result can come out whatever the decision: on the way of each kind exactly one step signs, one after it
     * issues, and neither can be skipped.
     */
    boolean leadsToResult() {
        return Stream.of(ResultKind.values()).allMatch(this::leadsTo);
    }

    private boolean leadsTo(ResultKind kind) {
        List<Integer> sign = compulsory(FlowStep.Kind.SIGN, kind);
        List<Integer> issue = compulsory(FlowStep.Kind.ISSUE, kind);
        return sign.size() == 1 && issue.size() == 1 && sign.getFirst() < issue.getFirst();
    }

    /** Whether its way depends on what the decision comes to. */
    boolean branches() {
        return steps.stream().anyMatch(step -> step.when() != null);
    }

    /** The next step on the way of a decision, or empty when there is none. */
    OptionalInt next(int position, @Nullable ResultKind kind) {
        return IntStream.range(position + 1, steps.size())
                .filter(i -> steps.get(i).appliesTo(kind))
                .findFirst();
    }

    /** The steps that a jump leaves out although they are on the way of the decision. */
    List<FlowStep> between(int from, int to, @Nullable ResultKind kind) {
        return steps.subList(from + 1, to).stream()
                .filter(step -> step.appliesTo(kind))
                .toList();
    }

    /** Working minutes of the steps after a position that have to be done. */
    long minutesAfter(int position, @Nullable ResultKind kind) {
        return steps.subList(position + 1, steps.size()).stream()
                .filter(step -> !step.optional() && step.appliesTo(kind))
                .mapToLong(FlowStep::budgetMinutes)
                .sum();
    }

    /**
     * The step that signs a decision.
     *
     * @throws IllegalStateException when none does; no case is opened with such a flow
     */
    FlowStep signing(@Nullable ResultKind kind) {
        return steps.stream()
                .filter(step -> step.kind() == FlowStep.Kind.SIGN && step.appliesTo(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step signs"));
    }

    /** The same flow with another agency where one stood. */
    Flow with(String agency, AgencyRef successor) {
        return new Flow(steps.stream()
                .map(step -> step.agency().id().equals(agency) ? step.at(successor) : step)
                .toList());
    }

    private List<Integer> compulsory(FlowStep.Kind kind, ResultKind decision) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).kind() == kind
                        && !steps.get(i).optional()
                        && steps.get(i).appliesTo(decision))
                .boxed()
                .toList();
    }
}
