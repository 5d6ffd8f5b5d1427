package vn.tthc.platform.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the relay still has to publish.
 *
 * @param commits how many commits
 * @param oldest when the oldest was recorded, null when there is none
 */
public record Backlog(long commits, @Nullable Instant oldest) {}
