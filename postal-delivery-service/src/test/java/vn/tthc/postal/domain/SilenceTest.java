package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Leg;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/** Opened on Monday 2026-03-02 at 08:00; a working day has eight hours, from 07:00 to 17:00 with a break. */
class SilenceTest {
    private static final long DAY = 24 * 60;

    private static final SilenceLimits LIMITS = new SilenceLimits(List.of(
            new SilenceLimits.Limit(Leg.FETCH, LocalDate.of(2026, 1, 1), Duration.ofHours(8)),
            new SilenceLimits.Limit(Leg.CARRY, LocalDate.of(2026, 1, 1), Duration.ofHours(4)),
            new SilenceLimits.Limit(Leg.CARRY, LocalDate.of(2026, 3, 6), Duration.ofHours(8)),
            new SilenceLimits.Limit(Leg.DELIVER, LocalDate.of(2026, 1, 1), Duration.ofHours(16)),
            new SilenceLimits.Limit(Leg.BRING_BACK, LocalDate.of(2026, 1, 1), Duration.ofHours(24))));

    private ItemState state = Item.evolve(ItemState.NONE, Items.opened());

    private Optional<Silence> after(Scan... scans) {
        for (Scan scan : scans) {
            state = Item.evolve(state, new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan));
        }
        return Silence.of((ItemState.Open) state, LIMITS);
    }

    private List<PostalEvent> told(Instant at) {
        Decision<PostalEvent> decision = Item.decide(state, new ItemCommand.NoticeSilence(at, "LDG-0002", LIMITS));
        List<PostalEvent> events = ((Decision.Accepted<PostalEvent>) decision).events();
        events.forEach(event -> state = Item.evolve(state, event));
        return events;
    }

    @Test
    void an_item_waits_a_working_day_to_be_fetched_and_no_longer() {
        Silence silence = after().orElseThrow();

        assertThat(silence.leg()).isEqualTo(Leg.FETCH);
        assertThat(silence.point()).isNull();
        assertThat(silence.due()).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    }

    @Test
    void nights_and_weekends_are_no_silence() {
        // Friday 16:00: an hour that day, seven on Monday
        Silence friday =
                after(Items.scan("a", ScanKind.ACCEPTED, 4 * DAY + 8 * 60)).orElseThrow();

        assertThat(friday.leg()).isEqualTo(Leg.CARRY);
        assertThat(friday.point()).isEqualTo("LDG-0001");
        assertThat(friday.due()).isEqualTo(Instant.parse("2026-03-09T09:00:00Z"));
    }

    @Test
    void the_limit_is_that_of_the_day_it_was_heard_of_last() {
        Silence thursday = after(Items.scan("a", ScanKind.ACCEPTED, 3 * DAY)).orElseThrow();
        assertThat(thursday.due()).isEqualTo(Instant.parse("2026-03-05T07:00:00Z"));

        Silence later = after(Items.scan("b", ScanKind.IN_TRANSIT, 4 * DAY)).orElseThrow();
        assertThat(later.due()).isEqualTo(Instant.parse("2026-03-09T01:00:00Z"));
    }

    @Test
    void it_is_told_once_for_what_was_heard_last_and_again_only_after_more_was_heard() {
        after(Items.scan("a", ScanKind.ACCEPTED, 60));
        Instant due = Silence.of((ItemState.Open) state, LIMITS).orElseThrow().due();

        assertThat(told(due.minusMillis(1))).isEmpty();
        assertThat(told(due))
                .containsExactly(
                        new PostalEvent.SilenceNoticed(due, Items.DOSSIER, Leg.CARRY, "LDG-0001", Items.minute(60)));
        assertThat(told(due.plusSeconds(3600))).isEmpty();
        assertThat(after()).isEmpty();
        assertThat(after(Items.scan("b", ScanKind.IN_TRANSIT, 120))).isPresent();
    }

    @Test
    void a_silence_of_the_first_leg_names_the_point_that_should_have_come() {
        assertThat(told(Instant.parse("2026-03-03T01:00:00Z")))
                .first()
                .extracting(event -> ((PostalEvent.SilenceNoticed) event).point())
                .isEqualTo("LDG-0002");
    }

    private static Scan atTheOffice(Scan scan) {
        return new Scan(
                scan.scanId(),
                scan.kind(),
                scan.occurredAt(),
                "LDG-0078",
                scan.device(),
                scan.sequence(),
                scan.reason(),
                scan.proof(),
                null);
    }

    @Test
    void who_was_invited_has_the_time_the_office_keeps_it() {
        Silence kept = after(
                        atTheOffice(Items.scan("a", ScanKind.ATTEMPT_FAILED, DAY)),
                        atTheOffice(Items.scan("b", ScanKind.INVITED, DAY + 1)))
                .orElseThrow();

        assertThat(kept.leg()).isEqualTo(Leg.DELIVER);
        assertThat(kept.heardAt()).isEqualTo(Instant.parse("2026-03-17T17:00:00Z"));
        assertThat(kept.due()).isAfter(kept.heardAt());
    }

    @Test
    void what_is_delivered_back_or_cancelled_is_never_silent() {
        assertThat(after(Items.scan("a", ScanKind.DELIVERED, 60))).isEmpty();

        state = Item.evolve(ItemState.NONE, Items.opened());
        assertThat(after(Items.scan("a", ScanKind.RETURNING, 60)).orElseThrow().leg())
                .isEqualTo(Leg.BRING_BACK);
        assertThat(after(Items.scan("b", ScanKind.RETURNED, 61))).isEmpty();

        state = Item.evolve(
                Item.evolve(ItemState.NONE, Items.opened()),
                new PostalEvent.Cancelled(Items.OPENED, Items.DOSSIER, PostalEvent.Purpose.RESULT, 1, 1));
        assertThat(after()).isEmpty();
        assertThat(told(Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
    }
}
