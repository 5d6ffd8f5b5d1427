package vn.tthc.contracts;

import java.util.List;
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
        List<String> mayReturnTo) {
    public FlowStep {
        mayReturnTo = List.copyOf(mayReturnTo);
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
