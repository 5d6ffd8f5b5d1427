package vn.tthc.intake.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Refusal;

/**
 * One rule about one command. Each stands in a list beside its legal ground; the first that objects is the answer.
 *
 * @param <C> the command it is about
 */
@FunctionalInterface
interface Policy<C extends DossierCommand> {
    /** Why the command may not be, or null when this rule has nothing against it. */
    @Nullable
    Refusal objection(DossierState state, C command);

    /** The first objection of several rules, or null. */
    static <C extends DossierCommand> @Nullable Refusal first(
            List<Policy<? super C>> policies, DossierState state, C command) {
        for (Policy<? super C> policy : policies) {
            Refusal objection = policy.objection(state, command);
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }
}
