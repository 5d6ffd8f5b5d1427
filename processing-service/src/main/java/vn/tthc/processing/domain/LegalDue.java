package vn.tthc.processing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the dossier has told of the clock of the law. It is the dossier's; the case only follows.
 *
 * @param dueAt the measured due date, null where there is none or while the clock stands still
 * @param stoppedAt since when the clock stands still, null while it runs
 * @param promisedAt the date promised with an apology, null when none is
 */
public record LegalDue(
        @Nullable Instant dueAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant promisedAt) {

    boolean running() {
        return stoppedAt == null;
    }
}
