package vn.tthc.query.freshness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every answer says of its own age. */
public interface AsOf {
    /**
     * Everything recorded before this moment is in the views; the oldest among the sources counts.
     *
     * @return null while some source has not said yet
     */
    @Nullable
    Instant moment();

    /** Whether a record of the dossier could not be taken, so that its view stands still. */
    boolean parked(String dossierId);
}
