package vn.tthc.platform.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The chain that lifts old revisions when they are read. Stored bytes are never touched. */
public final class Upcasters {
    /** One step for every revision that was ever raised. No event of this system has been raised yet. */
    public static final Upcasters ALL = new Upcasters(List.of());

    private final Map<Step, UnaryOperator<ObjectNode>> steps = new HashMap<>();

    private record Step(String type, int from) {}

    /**
     * A chain.
     *
     * @throws IllegalArgumentException when two steps start at the same revision
     */
    public Upcasters(List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            if (steps.put(new Step(upcaster.type(), upcaster.from()), upcaster.step()) != null) {
                throw new IllegalArgumentException(
                        "two steps lift " + upcaster.type() + " from revision " + upcaster.from());
            }
        }
    }

    /**
     * Makes sure that every revision before the current one can be lifted to it.
     *
     * @throws IllegalStateException naming the first step that is missing
     */
    void mustReach(String type, int current) {
        for (int from = 1; from < current; from++) {
            if (!steps.containsKey(new Step(type, from))) {
                throw new IllegalStateException(
                        "no step lifts " + type + " from revision " + from + ", and logs are full of it");
            }
        }
    }

    ObjectNode lift(String type, int from, int current, ObjectNode data) {
        ObjectNode lifted = data;
        for (int revision = from; revision < current; revision++) {
            UnaryOperator<ObjectNode> step = steps.get(new Step(type, revision));
            if (step == null) {
                throw new UnknownEvent(type, revision);
            }
            lifted = step.apply(lifted);
        }
        return lifted;
    }
}
