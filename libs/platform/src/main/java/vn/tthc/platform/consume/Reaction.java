package vn.tthc.platform.consume;

import java.util.Set;

/**
 * What a service does when an event arrives: it gives itself commands, with the event as their cause, so that an event
 * that comes twice changes nothing.
 */
public interface Reaction {
    /** Unique in the service and never changed: positions are kept under it. */
    String name();

    /** Topics it listens to. */
    Set<String> topics();

    /**
     * Acts on an event. Events of one stream come in version order, each at least once.
     *
     * @throws RuntimeException when it cannot; the dossier is then parked for this reaction
     */
    void react(ReceivedEvent event);
}
