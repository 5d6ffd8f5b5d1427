package vn.tthc.contracts;

/** What a decision comes to. */
public enum ResultKind {
    /** What was asked for is given. */
    GRANTED,
    /** It is refused. */
    REFUSED
}
