package vn.tthc.e2e.broken;

/** What can be broken in a running service. A fault is on while a file of its name lies in the agent's folder. */
public enum Fault {
    /** Counters move by what a dossier contributes now, not by the difference to before. */
    COUNT_WITHOUT_DIFFERENCE,
    /** A view takes an event again that it has had. */
    NO_DEDUPE,
    /** A view takes an event though one before it is missing. */
    NO_GAP_CHECK,
    /** A commit is marked as published before it is sent. */
    MARK_BEFORE_ANSWER,
    /** A command is answered before its group is committed. */
    ANSWER_BEFORE_FSYNC,
    /** The data file cannot grow; no fault of ours, but nothing else makes a disk full so gently. */
    DISK_FULL
}
