package vn.tthc.query.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Origin;
import vn.tthc.query.text.Bilingual;

/**
 * One thing that happened to a dossier.
 *
 * @param at when it happened
 * @param recordedAt when it became known
 * @param type logical name of the event
 * @param origin how its time is to be trusted
 * @param audience who may be told
 * @param text what happened, in plain words
 * @param agency where, when at an agency
 * @param stream the stream it stands in
 * @param version its version there
 */
public record Fact(
        Instant at,
        Instant recordedAt,
        String type,
        Origin origin,
        Audience audience,
        Bilingual text,
        @Nullable Bilingual agency,
        String stream,
        long version) {}
