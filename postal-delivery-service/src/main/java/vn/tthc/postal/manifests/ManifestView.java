package vn.tthc.postal.manifests;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.ManifestEvent.Entry;
import vn.tthc.postal.domain.ManifestState;

/**
 * A manifest with all that is on it.
 *
 * @param arrived how many of its items arrived; null while it has not
 * @param missing items on it that did not arrive
 * @param unexpected what arrived and is not on it
 */
record ManifestView(
        String manifestId,
        String number,
        String from,
        String to,
        ManifestState.Phase phase,
        List<ListedItem> items,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant handedOverAt,
        @Nullable String carrier,
        @Nullable Instant acceptedAt,
        @Nullable Integer arrived,
        List<ListedItem> missing,
        List<ListedItem> unexpected) {

    /**
     * An item on a manifest.
     *
     * @param itemId the item; null when nobody here knows it
     */
    record ListedItem(String identifier, @Nullable String itemId) {
        static List<ListedItem> of(java.util.Collection<Entry> entries) {
            return entries.stream()
                    .map(entry -> new ListedItem(entry.identifier(), entry.itemId()))
                    .toList();
        }
    }

    static ManifestView of(String manifestId, ManifestState.Known manifest) {
        ManifestEvent.HandedOver over = manifest.handedOver();
        ManifestEvent.Accepted accepted = manifest.accepted();
        return new ManifestView(
                manifestId,
                manifest.opened().number(),
                manifest.opened().from(),
                manifest.opened().to(),
                manifest.phase(),
                ListedItem.of(manifest.entries()),
                manifest.opened().occurredAt(),
                manifest.closed(),
                over == null ? null : over.occurredAt(),
                over == null ? null : over.carrier(),
                accepted == null ? null : accepted.occurredAt(),
                accepted == null ? null : accepted.arrived(),
                accepted == null ? List.of() : ListedItem.of(accepted.missing()),
                accepted == null ? List.of() : ListedItem.of(accepted.unexpected()));
    }
}
