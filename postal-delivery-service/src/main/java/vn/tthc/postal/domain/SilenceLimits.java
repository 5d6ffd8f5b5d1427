package vn.tthc.postal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.tthc.contracts.postal.PostalEvent.Leg;
import vn.tthc.law.clock.VietnamTime;

/**
 * How much working time a leg may take before somebody is told. None of it is in a law that was found: data, from the day
 * on which it holds.
 *
 * @param limits in any order
 */
public record SilenceLimits(List<Limit> limits) {
    public SilenceLimits {
        limits = List.copyOf(limits);
    }

    /** The working time of a leg, from a day until a later limit of the same leg. */
    public record Limit(Leg leg, LocalDate from, Duration time) {}

    /** What held for a leg at a moment; empty when nothing did, and then it may take for ever. */
    Optional<Duration> of(Leg leg, Instant at) {
        LocalDate day = VietnamTime.date(at);
        return limits.stream()
                .filter(limit -> limit.leg() == leg && !day.isBefore(limit.from()))
                .reduce((one, other) -> other.from().isAfter(one.from()) ? other : one)
                .map(Limit::time);
    }
}
