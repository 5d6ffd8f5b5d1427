package vn.tthc.postal.manifests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.postal.domain.ManifestState;

/**
 * A manifest as a list shows it.
 *
 * @param items how many are on it
 * @param arrived how many of these arrived; null while it has not
 * @param missing how many did not; null while it has not arrived
 * @param unexpected how many came that are not on it; null while it has not arrived
 */
record ManifestEntry(
        String manifestId,
        String number,
        String from,
        String to,
        ManifestState.Phase phase,
        Instant openedAt,
        int items,
        @Nullable Integer arrived,
        @Nullable Integer missing,
        @Nullable Integer unexpected) {

    static ManifestEntry of(String manifestId, ManifestState.Known manifest) {
        var accepted = manifest.accepted();
        return new ManifestEntry(
                manifestId,
                manifest.opened().number(),
                manifest.opened().from(),
                manifest.opened().to(),
                manifest.phase(),
                manifest.opened().occurredAt(),
                manifest.items().size(),
                accepted == null ? null : accepted.arrived(),
                accepted == null ? null : accepted.missing().size(),
                accepted == null ? null : accepted.unexpected().size());
    }
}
