package vn.tthc.platform.consume;

import java.time.Instant;
import java.util.Optional;

/** Up to when a view surely lacks nothing: for what must not be done on the word of a view that may have a hole. */
public final class Completeness {
    private final Freshness freshness;
    private final ConsumerLoops loops;
    private final ConsumerStore store;
    private final ViewRebuilds rebuilds;

    Completeness(Freshness freshness, ConsumerLoops loops, ConsumerStore store, ViewRebuilds rebuilds) {
        this.freshness = freshness;
        this.loops = loops;
        this.store = store;
        this.rebuilds = rebuilds;
    }

    /**
     * The moment before which everything its sources recorded is in the view. Empty while that is not known, while
     * anything of it is held or parked, when an event was ever passed over for it, and while a view is being rebuilt here.
     *
     * @throws IllegalArgumentException when there is no such view
     */
    public Optional<Instant> until(String view) {
        // The moment before the shelves: what was parked below it stands there by then.
        Optional<Instant> asOf = freshness.asOf(view);
        return asOf.isEmpty()
                        || rebuilds.isUnderWay()
                        || hasHole(loops.loop(view).name())
                ? Optional.empty()
                : asOf;
    }

    /** A record that is no event of ours names no stream, and whoever passed over it was right. */
    private boolean hasHole(String consumer) {
        boolean waits = store.read(consumer, reads -> reads.heldCount() > 0 || reads.parkedDossiers() > 0);
        return waits || store.skipped(consumer).stream().anyMatch(record -> !Located.isNoStream(record));
    }
}
