package vn.tthc.contracts;

/** For whom a fact is meant. */
public enum Audience {
    /** The citizen and everybody who holds number and secret. */
    CITIZEN,
    /** Officials of the agencies concerned. */
    AGENCY,
    /** The keepers of the system. */
    INTERNAL
}
