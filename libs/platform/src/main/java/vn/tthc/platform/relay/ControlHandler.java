package vn.tthc.platform.relay;

import java.time.Instant;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.contracts.control.Watermark;

/** Who listens to the control topic; called on its one thread, so an answer that takes time is given elsewhere. */
public interface ControlHandler {
    /** A service says how far it has published. */
    default void watermark(Watermark watermark) {}

    /**
     * A consumer misses part of a stream.
     *
     * @param sentAt when it asked
     */
    default void republishRequested(RepublishRequested request, Instant sentAt) {}
}
