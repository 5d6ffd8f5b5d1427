package vn.tthc.platform.consume;

import java.util.function.UnaryOperator;
import vn.tthc.platform.store.RenamedWriter;

/** What a consumer does with an event when it is its turn. */
@FunctionalInterface
interface Effect {
    /**
     * Does it, completely or not at all.
     *
     * @throws RuntimeException when it cannot
     */
    void perform(Unit unit, ReceivedEvent event);

    /**
     * Documents, in the unit's transaction.
     *
     * @param names where this generation of the view keeps its collections
     */
    static Effect of(Projection projection, UnaryOperator<String> names) {
        return (unit, event) ->
                unit.attempt(documents -> guard(() -> projection.apply(event, new RenamedWriter(documents, names))));
    }

    /** Commands, outside any transaction; their cause makes a repetition harmless. */
    static Effect of(Reaction reaction) {
        return (unit, event) -> guard(() -> reaction.react(event));
    }

    /** An error that one event causes must park its dossier, not end the thread that serves all of them. */
    private static void guard(Runnable work) {
        try {
            work.run();
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            throw new IllegalStateException("an event caused an error of the program", e);
        }
    }
}
