package vn.tthc.platform.access.matrix;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.access.matrix.Probe.Answer;

/** What is sent for a row, and what is expected of the answer besides its status. */
sealed interface Samples {

    /**
     * One request for each thing.
     *
     * @param probe the request
     * @param shown what of the answer names what is in it, null when only the status matters
     * @param expected what that is to be for whoever may
     * @param views how a view that only some have is told
     */
    record Each(
            Function<Thing, ? extends @Nullable Probe> probe,
            @Nullable Function<Answer, ?> shown,
            @Nullable Function<Thing, ?> expected,
            Map<String, Predicate<Answer>> views)
            implements Samples {}

    /**
     * One request for all things: whoever may at all gets exactly what they may see, in the order of the things.
     *
     * @param probe the request
     * @param shown what of the answer names what is in it
     * @param expected what that is to be, given the things that may be seen
     */
    record All(Probe probe, Function<Answer, ?> shown, Function<List<Thing>, ?> expected) implements Samples {}

    /**
     * A list for each thing: whoever may at all gets it with the thing in it, or empty.
     *
     * @param probe the request
     * @param shown what of the answer names what is in it
     */
    record Filtered(Function<Thing, Probe> probe, Function<Answer, ?> shown) implements Samples {}

    /** A request about nothing in particular. */
    record Plain(Probe probe, Map<String, Predicate<Answer>> views) implements Samples {}
}
