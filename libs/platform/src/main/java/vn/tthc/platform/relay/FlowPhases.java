package vn.tthc.platform.relay;

/** The order in which the parts of the flow start; they stop in the opposite order. */
public final class FlowPhases {
    /** Topics are looked at first. */
    public static final int TOPICS = 100;

    /** Then everything is published. */
    public static final int RELAY = 200;

    /** Then events are consumed. */
    public static final int CONSUMERS = 300;

    /** Then what is due is raised. */
    public static final int TIMERS = 400;

    private FlowPhases() {}
}
