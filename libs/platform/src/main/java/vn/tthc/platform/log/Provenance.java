package vn.tthc.platform.log;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;

/**
 * What all events of one commit share about where they come from.
 *
 * @param actor who did it
 * @param origin how its time is to be trusted
 * @param correlation the same through everything that one request set off
 * @param trace W3C traceparent, when there was one
 * @param procedureVersion {@code code@version}, when known
 * @param externalId how the source outside calls it
 */
public record Provenance(
        Actor actor,
        Origin origin,
        String correlation,
        @Nullable String trace,
        @Nullable String procedureVersion,
        @Nullable String externalId) {}
