package vn.tthc.contracts;

/** Where a fact comes from, and so how far its own time is trusted. */
public enum Origin {
    /** A command given now; may not go back in time. */
    LIVE,
    /** An old record with its own dates; contradictions are anomalies, never refusals. */
    IMPORTED,
    /** A device that was offline; has its own time and sequence. */
    DEVICE
}
