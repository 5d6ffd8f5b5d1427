package vn.tthc.contracts.decision;

/**
 * A reason for saying no: stable in the API, with a text for people in both languages. Each service lists its own in an
 * enum; texts may hold {@code {name}} for the values of the refusal.
 */
public interface ProblemCode {
    /** The stable code, upper case with underscores. */
    String name();

    /** What to tell a Vietnamese reader. */
    String vietnamese();

    /** What to tell an English reader. */
    String english();
}
