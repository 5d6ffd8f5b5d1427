package vn.tthc.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Level;

/**
 * A step of a flow with the agency that will do it.
 *
 * @param id unique in the flow
 * @param name Vietnamese name
 * @param nameEn English name
 * @param kind what is done in it
 * @param level level of government
 * @param role who may do it
 * @param agency where it is done
 * @param budgetMinutes working minutes it may take
 * @param optional may be passed over
 * @param mayReturnTo earlier steps it may send the case back to
 * @param when only for a decision of that kind, null when always
 */
public record FlowStep(
        String id,
        String name,
        String nameEn,
        Kind kind,
        Level level,
        Role role,
        AgencyRef agency,
        int budgetMinutes,
        boolean optional,
        List<String> mayReturnTo,
        @Nullable ResultKind when) {
    public FlowStep {
        mayReturnTo = List.copyOf(mayReturnTo);
    }

    /** A step that is taken whatever the decision is. */
    public FlowStep(
            String id,
            String name,
            String nameEn,
            Kind kind,
            Level level,
            Role role,
            AgencyRef agency,
            int budgetMinutes,
            boolean optional,
            List<String> mayReturnTo) {
        this(id, name, nameEn, kind, level, role, agency, budgetMinutes, optional, mayReturnTo, null);
    }

    /** The same step done by another agency. */
    public FlowStep at(AgencyRef other) {
        return new FlowStep(id, name, nameEn, kind, level, role, other, budgetMinutes, optional, mayReturnTo, when);
    }

    /** Whether it belongs to the way of a decision of that kind; of an open one when null. */
    public boolean appliesTo(@Nullable ResultKind decision) {
        return when == null || when == decision;
    }

    /** What is done in a step. */
    public enum Kind {
        /** Examination, appraisal, drafting. */
        WORK,
        /** Another agency's opinion. */
        OPINION,
        /** The decision is signed. */
        SIGN,
        /** The result gets its number. */
        NUMBER,
        /** The result is issued. */
        ISSUE
    }
}
