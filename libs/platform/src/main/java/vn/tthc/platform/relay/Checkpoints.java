package vn.tthc.platform.relay;

import java.time.Instant;
import java.util.Optional;

/** Up to when everything recorded is known to be on the topics; survives a restart. */
public interface Checkpoints {
    /** The moment, or empty before the first. */
    Optional<Instant> last();

    /** Stores a later moment. */
    void save(Instant recordedBefore);
}
