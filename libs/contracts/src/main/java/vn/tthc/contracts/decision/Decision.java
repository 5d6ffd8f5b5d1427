package vn.tthc.contracts.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of deciding a command on a state.
 *
 * @param <E> the events of the aggregate
 */
public sealed interface Decision<E> {

    /** The command holds; no events means that everything it wanted is so already. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** A rule forbids it; nothing changed. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E> Decision<E> refuse(ProblemCode code) {
        return new Refused<>(new Refusal(code, null, Map.of()));
    }

    static <E> Decision<E> refuse(ProblemCode code, @Nullable String field, Map<String, String> values) {
        return new Refused<>(new Refusal(code, field, values));
    }
}
