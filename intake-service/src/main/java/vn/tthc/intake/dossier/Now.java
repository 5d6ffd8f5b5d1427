package vn.tthc.intake.dossier;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The present, to the millisecond: finer than that nothing is compared or stored. */
@Component
public class Now {
    private final InstantSource clock;

    public Now(InstantSource clock) {
        this.clock = clock;
    }

    /** This moment. */
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
