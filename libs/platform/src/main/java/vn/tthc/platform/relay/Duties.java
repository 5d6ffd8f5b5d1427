package vn.tthc.platform.relay;

/** Work of a service that one of its processes does at a time, and another as soon as that one is gone. */
public interface Duties {
    /** Publishing the log, and saying how far it is published. */
    String RELAY = "relay";

    /** Raising timers. */
    String TIMERS = "timers";

    /**
     * Whether a duty is this process's now; asked again and again, which keeps it. For a moment after it was lost two may
     * believe they have it, so what is done under it must be harmless when it is done twice.
     */
    boolean isMine(String duty);

    /** Whether there may be other processes, which record what this one has to publish. */
    boolean areShared();

    /** The only process has every duty. */
    static Duties ofOneProcess() {
        return new Duties() {
            @Override
            public boolean isMine(String duty) {
                return true;
            }

            @Override
            public boolean areShared() {
                return false;
            }
        };
    }
}
