package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

class DeadlinePropertiesTest {
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int MINUTES_OF_18_MONTHS = 545 * 24 * 60;

    @Property(tries = 3000)
    void agreesWithTheClockThatWalksMinuteByMinute(@ForAll("requests") DeadlineRequest request) {
        List<NaiveClock.Stop> stops = request.pauses().stream()
                .map(p -> new NaiveClock.Stop(local(p.from()), local(Objects.requireNonNull(p.to()))))
                .toList();
        LocalDateTime naive = NaiveClock.due(
                local(request.receivedAt()),
                request.term().amount(),
                request.term().unit(),
                stops,
                request.sameDayCutOff() != null);
        assertThat(local(Deadlines.dueAt(request, CALENDAR))).isEqualTo(naive);
    }

    @Property(tries = 1000)
    void theOrderInWhichPausesAreListedDoesNotMatter(@ForAll("requests") DeadlineRequest request) {
        List<Pause> backwards = new ArrayList<>(request.pauses());
        Collections.reverse(backwards);
        assertThat(Deadlines.dueAt(with(request, backwards), CALENDAR)).isEqualTo(Deadlines.dueAt(request, CALENDAR));
    }

    @Property(tries = 1000)
    void pausesNeverShorten(@ForAll("requests") DeadlineRequest request) {
        assertThat(Deadlines.dueAt(request, CALENDAR))
                .isAfterOrEqualTo(Deadlines.dueAt(with(request, List.of()), CALENDAR));
    }

    @Property(tries = 1000)
    void aPauseThatComesLaterNeverShortens(
            @ForAll("requests") DeadlineRequest request,
            @ForAll @LongRange(min = 1, max = 20_000) long after,
            @ForAll @LongRange(max = 10_000) long length) {
        Instant from = request.pauses().stream()
                .map(p -> Objects.requireNonNull(p.to()))
                .reduce(request.receivedAt(), DeadlinePropertiesTest::later)
                .plus(Duration.ofMinutes(after));
        List<Pause> more = new ArrayList<>(request.pauses());
        more.add(new Pause(from, from.plus(Duration.ofMinutes(length)), PauseReason.OPINION));
        assertThat(Deadlines.dueAt(with(request, more), CALENDAR)).isAfterOrEqualTo(Deadlines.dueAt(request, CALENDAR));
    }

    @Property(tries = 1000)
    void anyPauseMoreNeverShortensATermInWorkingTime(@ForAll("requests") DeadlineRequest request) {
        if (calendarTerm(request) || request.pauses().isEmpty()) {
            return;
        }
        List<Pause> fewer = new ArrayList<>(request.pauses());
        fewer.removeFirst();
        assertThat(Deadlines.dueAt(request, CALENDAR))
                .isAfterOrEqualTo(Deadlines.dueAt(with(request, fewer), CALENDAR));
    }

    @Property(tries = 1000)
    void aPauseListedTwiceCountsOnce(@ForAll("requests") DeadlineRequest request) {
        List<Pause> twice = new ArrayList<>(request.pauses());
        twice.addAll(request.pauses());
        assertThat(Deadlines.dueAt(with(request, twice), CALENDAR)).isEqualTo(Deadlines.dueAt(request, CALENDAR));
    }

    @Property(tries = 1000)
    void aPauseCutInTwoCountsTheSame(
            @ForAll("requests") DeadlineRequest request, @ForAll @LongRange(max = 30_000) long cut) {
        List<Pause> pieces = new ArrayList<>();
        for (Pause pause : request.pauses()) {
            Instant to = Objects.requireNonNull(pause.to());
            Instant middle = earlier(pause.from().plus(Duration.ofMinutes(cut)), to);
            pieces.add(new Pause(pause.from(), middle, pause.reason()));
            pieces.add(new Pause(middle, to, pause.reason()));
        }
        assertThat(Deadlines.dueAt(with(request, pieces), CALENDAR)).isEqualTo(Deadlines.dueAt(request, CALENDAR));
    }

    @Property(tries = 1000)
    void theDueMomentLiesOnAWorkingDayAndForWorkingTermsWithinItsHours(@ForAll("requests") DeadlineRequest request) {
        Instant due = Deadlines.dueAt(request, CALENDAR);
        assertThat(CALENDAR.isWorkingDay(VietnamTime.date(due))).isTrue();
        if (!calendarTerm(request)) {
            assertThat(CALENDAR.isOpen(due.minusNanos(1))).isTrue();
        }
    }

    @Property(tries = 1000)
    void theExplanationEndsInTheDueMomentAndItsDaysAddUpToTheTerm(@ForAll("requests") DeadlineRequest request) {
        Deadline deadline = Deadlines.explain(request, CALENDAR);
        assertThat(deadline.dueAt()).isEqualTo(Deadlines.dueAt(request, CALENDAR));
        assertThat(deadline.explanation().getLast().code()).isEqualTo("DUE");
        Duration counted = deadline.explanation().stream()
                .filter(line -> line.code().equals("COUNTED"))
                .map(ExplanationLine::counted)
                .reduce(Duration.ZERO, Duration::plus);
        if (!request.sameDay()) {
            switch (request.term().unit()) {
                case HOUR -> assertThat(counted).hasHours(request.term().amount());
                case WORKING_DAY ->
                    assertThat(counted).hasHours(8L * request.term().amount());
                case DAY, MONTH -> assertThat(counted).isZero();
            }
        }
        assertThat(deadline.explanation()).allSatisfy(line -> {
            assertThat(line.vi()).isNotBlank();
            assertThat(line.en()).isNotBlank();
        });
    }

    @Property(tries = 1000)
    void workingTimeIsExactToTheNanosecond(
            @ForAll @LongRange(min = 0, max = 1_700_000_000_000_000_000L) long nanos,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        Instant received = instant(LocalDateTime.of(2026, 1, 1, 0, 0)).plusNanos(nanos % (86_400_000_000_000L * 365));
        Instant due = Deadlines.dueAt(
                new DeadlineRequest(received, new Term(days, TermUnit.WORKING_DAY), Channel.ONLINE, List.of(), null),
                CALENDAR);
        assertThat(CALENDAR.workingTimeBetween(received, due)).isEqualTo(Duration.ofHours(8L * days));
        assertThat(CALENDAR.workingTimeBetween(received, due.minusNanos(1)))
                .isEqualTo(Duration.ofHours(8L * days).minusNanos(1));
    }

    @Property(tries = 1000)
    void laterReceptionIsNeverDueEarlierInWorkingTime(
            @ForAll("requests") DeadlineRequest request, @ForAll @LongRange(max = 100_000) long later) {
        if (calendarTerm(request)) {
            return;
        }
        DeadlineRequest second = new DeadlineRequest(
                request.receivedAt().plus(Duration.ofMinutes(later)),
                request.term(),
                request.channel(),
                List.of(),
                request.sameDayCutOff());
        assertThat(Deadlines.dueAt(second, CALENDAR))
                .isAfterOrEqualTo(Deadlines.dueAt(with(request, List.of()), CALENDAR));
    }

    @Property(tries = 500)
    void everyInstantOfTheCenturyHasAnAnswer(
            @ForAll @LongRange(min = 946_684_800L, max = 4_102_444_799L) long second,
            @ForAll @IntRange(min = 1, max = 200) int amount,
            @ForAll TermUnit unit) {
        Instant received = Instant.ofEpochSecond(second);
        int fitting = unit == TermUnit.MONTH ? Math.min(amount, 10) : amount;
        Instant due = Deadlines.dueAt(
                new DeadlineRequest(received, new Term(fitting, unit), Channel.POST, List.of(), null), CALENDAR);
        assertThat(due).isAfter(received);
    }

    @Provide
    Arbitrary<DeadlineRequest> requests() {
        Arbitrary<Integer> received = Arbitraries.integers().between(0, MINUTES_OF_18_MONTHS);
        Arbitrary<Term> terms = Arbitraries.of(TermUnit.class)
                .flatMap(unit -> Arbitraries.integers().between(1, most(unit)).map(amount -> new Term(amount, unit)));
        Arbitrary<List<int[]>> stops = Combinators.combine(
                        Arbitraries.integers().between(-3_000, 40_000),
                        Arbitraries.integers().between(0, 12_000))
                .as((after, length) -> new int[] {after, length})
                .list()
                .ofMaxSize(4);
        return Combinators.combine(received, terms, stops, Arbitraries.of(true, false))
                .as((minute, term, list, cutOff) -> {
                    Instant at = instant(FIRST.plusMinutes(minute));
                    List<Pause> pauses = list.stream()
                            .map(s -> {
                                Instant from = at.plus(Duration.ofMinutes(s[0]));
                                return new Pause(from, from.plus(Duration.ofMinutes(s[1])), PauseReason.SUPPLEMENT);
                            })
                            .toList();
                    return new DeadlineRequest(at, term, Channel.COUNTER, pauses, cutOff ? LocalTime.of(15, 0) : null);
                });
    }

    private static int most(TermUnit unit) {
        return switch (unit) {
            case HOUR -> 40;
            case WORKING_DAY -> 12;
            case DAY -> 30;
            case MONTH -> 2;
        };
    }

    private static DeadlineRequest with(DeadlineRequest request, List<Pause> pauses) {
        return new DeadlineRequest(
                request.receivedAt(), request.term(), request.channel(), pauses, request.sameDayCutOff());
    }

    private static boolean calendarTerm(DeadlineRequest request) {
        return request.term().unit() == TermUnit.DAY || request.term().unit() == TermUnit.MONTH;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, VietnamTime.ZONE);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(VietnamTime.ZONE).toInstant();
    }
}
