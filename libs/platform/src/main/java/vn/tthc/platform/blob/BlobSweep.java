package vn.tthc.platform.blob;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.tthc.platform.blob.BlobMarks.Marked;
import vn.tthc.platform.blob.BlobMarks.State;
import vn.tthc.platform.blob.BlobMarks.Why;
import vn.tthc.platform.blob.BlobNames.Fate;
import vn.tthc.platform.store.DocumentReader;

/**
 * Removes files nobody refers to, in two steps: one that is old and unnamed is marked, and goes an hour later when it is
 * still so and the view of names is known to hold everything recorded up to then. Who names a file takes its mark off
 * before the command is sent ({@link Blobs#claim}); what was claimed before the mark stands in the log within the hour.
 */
final class BlobSweep {
    /** Between mark and removal; longer than any command may take from its claim until it is in the log. */
    static final Duration GRACE = Duration.ofHours(1);

    /** A view that is further behind has something the matter. */
    private static final Duration BEHIND = Duration.ofMinutes(10);

    /** Longer than a removal takes; what was begun before that was left by a crash. */
    private static final Duration LEFT = Duration.ofMinutes(10);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int ROWS = 256;
    private static final int ROWS_AT_ONCE = 32;
    private static final int REMOVED_AT_ONCE = 100;

    private final Shelf shelf;
    private final BlobMarks marks;
    private final DocumentReader documents;
    private final Predicate<String> erased;
    private final List<BlobHolder> holders;
    private final Supplier<Optional<Instant>> complete;
    private final Duration age;
    private final InstantSource clock;
    private int row;

    /**
     * The sweep of a service.
     *
     * @param erased tells who was erased
     * @param holders what refers to files beside the log
     * @param complete up to when the view of names holds everything; empty while that is not known
     * @param age so old a file is at the least
     */
    BlobSweep(
            Shelf shelf,
            BlobMarks marks,
            DocumentReader documents,
            Predicate<String> erased,
            List<BlobHolder> holders,
            Supplier<Optional<Instant>> complete,
            Duration age,
            InstantSource clock) {
        this.shelf = shelf;
        this.marks = marks;
        this.documents = documents;
        this.erased = erased;
        this.holders = List.copyOf(holders);
        this.complete = complete;
        this.age = age;
        this.clock = clock;
    }

    /**
     * What one run did.
     *
     * @param rested whether it did nothing, since it is not known that the view of names holds everything
     * @param unnamed files removed that nobody named
     * @param erasures files removed that were about erased persons alone
     * @param marked files that are marked now
     */
    record Run(boolean rested, int unnamed, int erasures, long marked) {}

    /**
     * Removes what is due and looks for more in the next rows of the shelf; so much at once and no more.
     *
     * @throws IOException when the shelf fails; what was begun is gone on with later
     */
    Run run() throws IOException {
        Instant now = clock.instant();
        Instant whole = complete.get().orElse(Instant.MIN);
        if (whole.isBefore(now.minus(BEHIND))) {
            return new Run(true, 0, 0, marks.count());
        }
        Instant due = (whole.isBefore(now) ? whole : now).minus(GRACE);
        int unnamed = 0;
        int erasures = 0;
        for (Marked marked : marks.since(State.MARKED, due, REMOVED_AT_ONCE)) {
            Fate fate = fate(marked.hash());
            if (stays(marked, fate, now)) {
                marks.lift(marked.hash());
            } else if (remove(marked, now)) {
                unnamed += fate == Fate.UNNAMED ? 1 : 0;
                erasures += fate == Fate.ERASED ? 1 : 0;
            }
        }
        for (Marked left : marks.since(State.REMOVING, now.minus(LEFT), REMOVED_AT_ONCE)) {
            remove(left, now);
        }
        markSome(now);
        return new Run(false, unnamed, erasures, marks.count());
    }

    /** A file that is held beside the log is as good as named. */
    private Fate fate(String hash) {
        return holders.stream().anyMatch(holder -> holder.holds(hash))
                ? Fate.NAMED
                : BlobNames.fate(documents, hash, erased);
    }

    /** Whether it was used since it was marked, by a name or by its content coming again. */
    private boolean stays(Marked marked, Fate fate, Instant now) throws IOException {
        if (fate == Fate.NAMED) {
            return true;
        }
        Instant since = shelf.since(marked.hash()).orElse(Instant.MIN);
        if (fate == Fate.ERASED && marked.mark().why() == Why.ERASURE) {
            return since.isAfter(marked.mark().markedAt());
        }
        return isYoung(since, now);
    }

    private boolean isYoung(Instant since, Instant now) {
        return since.isAfter(now.minus(age));
    }

    private boolean remove(Marked marked, Instant now) throws IOException {
        Optional<Marked> begun = marks.begin(marked, now);
        if (begun.isEmpty()) {
            return false;
        }
        shelf.remove(marked.hash());
        marks.end(begun.get());
        return true;
    }

    private void markSome(Instant now) throws IOException {
        for (int i = 0; i < ROWS_AT_ONCE; i++) {
            for (Shelf.Entry entry : shelf.entries("%02x".formatted(row))) {
                if (HASH.matcher(entry.name()).matches()
                        && !isYoung(entry.since(), now)
                        && fate(entry.name()) != Fate.NAMED) {
                    marks.mark(entry.name(), Why.OLD, now);
                }
            }
            row = (row + 1) % ROWS;
        }
    }
}
