package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.query.text.Bilingual;

/**
 * What the clock of a dossier stands still for, and the date promised anew.
 *
 * @param waits what it stands still for now
 * @param promisedAt the last date promised with an apology, null where none was
 */
public record ClockFold(List<Wait> waits, @Nullable Instant promisedAt) {
    /** A clock that runs. */
    public static final ClockFold RUNNING = new ClockFold(List.of(), null);

    public ClockFold {
        waits = List.copyOf(waits);
    }

    /** One reason the clock stands still for. */
    public record Wait(PauseReason reason, Instant since, Bilingual ground) {}

    /** The wait that began first, null while the clock runs. */
    public @Nullable Wait first() {
        return waits.stream().min(Comparator.comparing(Wait::since)).orElse(null);
    }

    ClockFold stopped(PauseReason reason, Instant since, LegalGround ground) {
        List<Wait> more = new ArrayList<>(waits);
        more.add(new Wait(reason, since, Bilingual.of(ground.vi(), ground.en())));
        return new ClockFold(more, promisedAt);
    }

    ClockFold resumed(PauseReason reason) {
        return new ClockFold(
                waits.stream().filter(wait -> wait.reason() != reason).toList(), promisedAt);
    }

    ClockFold promised(Instant date) {
        return new ClockFold(waits, date);
    }
}
