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
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.Deadlines;
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
