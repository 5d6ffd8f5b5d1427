package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.WorkingCalendar;

/** A due date belongs to a version of the calendar, not to the day on which somebody computes it. */
class CalendarVersionTest {
    private static final String PINNED = "default-2026.2";
    private static final String ANNOUNCED = "default-2027.1";
    private static final Instant DECEMBER = Instant.parse("2026-12-01T01:00:00Z");

    /** What is published once the Tết of 2027 is announced: a day more. */
    private static final WorkingCalendar WITH_THE_ANNOUNCEMENT = announced();

    private static final CalendarBook IN_JANUARY = new CalendarBook() {
        @Override
        public WorkingCalendar version(String version) {
            return version.equals(ANNOUNCED) ? WITH_THE_ANNOUNCEMENT : A.BOOK.version(version);
        }

        @Override
        public WorkingCalendar newest(String version) {
            return WITH_THE_ANNOUNCEMENT;
        }
    };

    @Property
    void a_deadline_computed_in_december_across_tet_equals_the_one_computed_in_january_with_the_same_calendar_version(
            @ForAll @IntRange(max = 31 * 24 * 60) int minute, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant at = DECEMBER.plus(Duration.ofMinutes(minute));
        DossierClock clock = received(at, days);
        ClockRules january = A.rules(IN_JANUARY);
        Instant inJanuary = Deadlines.dueAt(Objects.requireNonNull(clock.request(january)), clock.calendar(january));

        assertThat(inJanuary).isEqualTo(clock.dueAt());
    }

    @Property
    void only_a_new_version_moves_it_and_says_so(
            @ForAll @IntRange(max = 31 * 24 * 60) int minute, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant at = DECEMBER.plus(Duration.ofMinutes(minute));
        DossierClock clock = received(at, days);
        GivenDossier dossier = GivenDossier.aSubmittedDossier()
                .and(new DossierEvent.Received(
                        at, "H36.101-20261201-0000001", A.WARD.ref(), clock.term(), clock.dueAt(), PINNED));
        ClockRules january = A.rules(IN_JANUARY);
        Instant moved = Deadlines.dueAt(Objects.requireNonNull(clock.request(january)), WITH_THE_ANNOUNCEMENT);

        dossier.when(new ClockCommand.Rederive(at, PINNED, "1/VPCP", january)).nothingNew();
        DossierState after = dossier.when(new ClockCommand.Rederive(at, ANNOUNCED, "1/VPCP", january))
                .state();
        assertThat(Objects.requireNonNull(after.clock()).dueAt()).isEqualTo(moved);
        assertThat(after.equals(dossier.state())).isEqualTo(moved.equals(clock.dueAt()));
    }

    /** Received on Monday 01/02/2027 at 09:00; the day that is announced, and Tết from 04/02 to 10/02, lie in its way. */
    private static final Instant MONDAY = Instant.parse("2027-02-01T02:00:00Z");

    private static GivenDossier dossier(int days) {
        return GivenDossier.aSubmittedDossier()
                .and(new DossierEvent.Received(
                        MONDAY,
                        "H36.101-20270201-0000001",
                        A.WARD.ref(),
                        new Term(days, TermUnit.WORKING_DAY),
                        received(MONDAY, days).dueAt(),
                        PINNED));
    }

    private static ClockCommand announcement(ClockRules rules) {
        return new ClockCommand.Rederive(MONDAY.plusSeconds(60), ANNOUNCED, "1/VPCP", rules);
    }

    @Test
    void a_day_off_that_is_announced_moves_the_due_date_by_a_day_and_names_its_decision() {
        GivenDossier dossier = dossier(3);
        Instant thursday = Instant.parse("2027-02-11T02:00:00Z");
        Instant friday = Instant.parse("2027-02-12T02:00:00Z");

        dossier.when(announcement(A.rules(IN_JANUARY)))
                .recorded(new DossierEvent.DueDateRederived(
                        MONDAY.plusSeconds(60), PINNED, new DueChange(thursday, friday, ANNOUNCED), "1/VPCP"));
        DossierState after = dossier.after(announcement(A.rules(IN_JANUARY))).state();
        assertThat(after.clock().dueAt()).isEqualTo(friday);
        assertThat(after.clock().calendarVersion()).isEqualTo(ANNOUNCED);
        dossier.after(announcement(A.rules(IN_JANUARY)))
                .when(announcement(A.rules(IN_JANUARY)))
                .nothingNew();
    }

    @Test
    void a_dossier_the_announcement_does_not_touch_keeps_the_version_it_was_computed_with() {
        dossier(1).when(announcement(A.rules(IN_JANUARY))).nothingNew();
    }

    @Test
    void while_the_clock_stands_still_there_is_no_date_to_move_and_then_the_newest_version_counts() {
        ClockRules rules = A.rules(IN_JANUARY, PauseReason.PUBLIC_POSTING);
        GivenDossier posted = dossier(3)
                .after(new ClockCommand.StopClock(
                        MONDAY.plusSeconds(1), A.WARD.ref(), PauseReason.PUBLIC_POSTING, "Niêm yết", rules));
        posted.when(announcement(rules)).nothingNew();

        DossierState after = posted.after(new ClockCommand.ResumeClock(
                        MONDAY.plusSeconds(1), A.WARD.ref(), PauseReason.PUBLIC_POSTING, null, rules))
                .state();
        assertThat(after.clock().dueAt()).isEqualTo(Instant.parse("2027-02-12T02:00:00Z"));
        assertThat(after.clock().calendarVersion()).isEqualTo(ANNOUNCED);
    }

    @Test
    void what_is_over_was_brought_from_elsewhere_or_has_no_due_date_is_left_alone() {
        ClockCommand announcement = announcement(A.rules(IN_JANUARY));
        GivenDossier.noDossier().when(announcement).nothingNew();
        GivenDossier.aSubmittedDossier().when(announcement).nothingNew();
        GivenDossier.anImportedDossier(MONDAY, MONDAY.plusSeconds(86_400))
                .when(announcement)
                .nothingNew();
        dossier(3)
                .after(new DossierCommand.RecordProcessingEnded(MONDAY.plusSeconds(9), "1/QĐ", A.rules()))
                .when(announcement)
                .nothingNew();
        GivenDossier.aSubmittedDossier()
                .and(new DossierEvent.Received(MONDAY, "H36.101-20270201-0000001", A.WARD.ref(), null, null, PINNED))
                .when(announcement)
                .nothingNew();
    }

    private static DossierClock received(Instant at, int days) {
        Term term = new Term(days, TermUnit.WORKING_DAY);
        DossierClock clock = new DossierClock(at, A.submission().channel(), term, null, PINNED, List.of(), List.of());
        Instant due = Deadlines.dueAt(Objects.requireNonNull(clock.request(A.rules())), clock.calendar(A.rules()));
        return new DossierClock(at, clock.channel(), term, due, PINNED, List.of(), List.of());
    }

    private static WorkingCalendar announced() {
        try (InputStream shipped = Calendars.class.getResourceAsStream("/vn/tthc/law/calendars/" + PINNED + ".csv")) {
            String text = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            return Calendars.of(Calendars.parse(text.replace(";" + PINNED + ";", ";" + ANNOUNCED + ";")
                    .replace(
                            "year;2027\n",
                            "year;2027\nholiday;2027-02-03;Tết (27/12 âm lịch);Lunar New Year;1/VPCP;derived\n")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
