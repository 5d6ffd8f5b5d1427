package vn.tthc.contracts;

import java.time.Instant;

/** A fact that one of the services has recorded; its logical name stands in {@link EventType}. */
public interface TthcEvent {
    /** When it happened in the world, which may be long before it was recorded. */
    Instant occurredAt();
}
