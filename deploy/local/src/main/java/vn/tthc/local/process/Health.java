package vn.tthc.local.process;

/** How a process is. */
public enum Health {
    /** Runs and can do its work. */
    UP,
    /** Runs, answers, and says that it cannot do its work. */
    DOWN,
    /** Runs and does not answer yet. */
    STARTING,
    /** Does not run. */
    STOPPED
}
