package vn.tthc.query.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.query.timeline.Fact;

/**
 * What happened to a dossier, oldest first.
 *
 * @param next where the next page starts, for {@code after}; null when this is the last
 * @param positions how far each of its streams has been taken
 * @param asOf everything recorded before this moment is in here; null while a source has not said yet
 */
record TimelineAnswer(
        String dossierId,
        List<Fact> facts,
        @Nullable String next,
        boolean parked,
        Map<String, Long> positions,
        @Nullable Instant asOf) {}
