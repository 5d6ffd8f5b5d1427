package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.Pause;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * What holds of every dossier whatever is asked of it. Each hand-over has giao and nhận in the case's own tests, a
 * delivery has its proof in the postal item's.
 */
class InvariantsTest {
    private static final Term EIGHT_DAYS = new Term(8, TermUnit.WORKING_DAY);
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();

    @Provide
    Arbitrary<History> histories() {
        return History.any();
    }

    @Provide
    Arbitrary<Set<PauseReason>> reasons() {
        return Arbitraries.of(PauseReason.class).set();
    }

    @Property
    void no_reception_without_a_due_date_or_the_procedures_word_that_there_is_none(
            @ForAll boolean dated, @ForAll boolean noDueDate, @ForAll @IntRange(max = 1_000_000) int minute) {
        Instant at = A.FILED.plus(Duration.ofMinutes(minute));
        Decision<DossierEvent> decision = Dossier.decide(
                GivenDossier.aSubmittedDossier().state(),
                new DossierCommand.Receive(
                        at,
                        "H36.101-20260302-0000001",
                        A.WARD.ref(),
                        dated ? EIGHT_DAYS : null,
                        dated ? at.plus(Duration.ofDays(10)) : null,
                        noDueDate,
                        CALENDAR.version(),
                        List.of(),
                        null));

        assertThat(decision instanceof Decision.Accepted).isEqualTo(dated || noDueDate);
    }

    @Property(tries = 500)
    void the_due_date_follows_from_reception_term_channel_calendar_and_pauses_alone_and_is_the_same_on_replay(
            @ForAll("histories") History history) {
        ClockFromTheLog clock = new ClockFromTheLog();
        DossierState state = DossierState.NONE;
        for (DossierEvent event : history.log()) {
            @Nullable
            Instant before = state.clock() == null ? null : state.clock().dueAt();
            state = Dossier.evolve(state, event);
            @Nullable Instant told = clock.hear(event);
            @Nullable Instant due = state.clock() == null ? null : state.clock().dueAt();
            if (told == null) {
                assertThat(due).as("%s moves no due date", event).isEqualTo(before);
            } else {
                assertThat(told).as("%s", event).isEqualTo(clock.computed());
                assertThat(due).as("%s", event).isEqualTo(told);
            }
        }
        assertThat(state).isEqualTo(history.end());
    }

    @Property
    void a_pause_needs_a_reason_the_procedure_lists_and_ends_by_that_reason_alone(
            @ForAll("reasons") Set<PauseReason> listed, @ForAll PauseReason reason, @ForAll PauseReason other) {
        ClockRules rules = A.rules(A.BOOK, listed.toArray(PauseReason[]::new));
        GivenDossier received = GivenDossier.aReceivedDossier();
        ClockCommand stop = new ClockCommand.StopClock(A.GIVEN, A.WARD.ref(), reason, "Lý do", rules);
        boolean ownAct = reason == PauseReason.SUPPLEMENT || reason == PauseReason.FINANCIAL_OBLIGATION;
        boolean stops = listed.contains(reason) && !ownAct;

        assertThat(Dossier.decide(received.state(), stop) instanceof Decision.Accepted)
                .isEqualTo(stops);
        if (stops) {
            GivenDossier paused = received.after(stop);
            paused.when(stop).refused(DossierProblem.ALREADY_PAUSED);
            Decision<DossierEvent> resumed = Dossier.decide(
                    paused.state(), new ClockCommand.ResumeClock(A.STARTED, A.WARD.ref(), other, null, rules));
            assertThat(resumed instanceof Decision.Accepted).isEqualTo(other == reason);
        }
    }

    @Property(tries = 500)
    void pauses_that_overlap_are_subtracted_once(@ForAll("histories") History history) {
        ClockFromTheLog clock = new ClockFromTheLog();
        for (DossierEvent event : history.log()) {
            @Nullable Instant told = clock.hear(event);
            if (told != null) {
                Duration counted =
                        CALENDAR.workingTimeBetween(clock.start(), told).minus(clock.standing(told));
                assertThat(counted).as("%s", event).isEqualTo(Duration.ofHours(8L * EIGHT_DAYS.amount()));
            }
        }
    }

    @Property(tries = 500)
    void every_supplement_request_is_counted_and_from_the_second_on_it_says_who_allowed_it(
            @ForAll("histories") History history) {
        int requests = 0;
        for (DossierEvent event : history.log()) {
            if (event instanceof DossierEvent.SupplementRequested asked) {
                requests++;
                assertThat(asked.nth()).isEqualTo(requests);
                assertThat(asked.leave() != null).isEqualTo(requests > 1);
            }
        }
        assertThat(history.end().supplementRequests()).isEqualTo(requests);
        Statistics.label("supplement requests")
                .collect(requests > 1)
                .coverage(coverage -> coverage.check(true).count(c -> c > 0));
    }

    @Property(tries = 1_000)
    void ten_only_after_nine_seven_and_eight_not_after_nine_three_only_from_one(@ForAll("histories") History history) {
        DossierState state = DossierState.NONE;
        for (DossierEvent event : history.log()) {
            DossierState after = Dossier.evolve(state, event);
            int before = state.stage() == null ? 0 : state.stage().code();
            int status = Objects.requireNonNull(after.status()).code();
            if (state.status() != after.status()) {
                switch (status) {
                    case 10 -> assertThat(before).isEqualTo(9);
                    case 7, 8 -> assertThat(before).isIn(1, 2, 4);
                    case 3 -> assertThat(before).isEqualTo(1);
                    default -> assertThat(before).isNotIn(3, 8, 10);
                }
            }
            state = after;
        }
        Statistics.label("status at the end")
                .collect(Objects.requireNonNull(state.status()).code())
                .coverage(coverage ->
                        List.of(3, 8, 10).forEach(last -> coverage.check(last).count(c -> c > 0)));
    }

    /** What another service tells has its own time, however late it is told; a decision is given now. */
    @Property(tries = 500)
    void no_decision_lies_before_what_happened_last(@ForAll("histories") History history) {
        int back = 0;
        for (History.Step step : history.steps()) {
            boolean told = step.command().getClass().getSimpleName().startsWith("Record");
            if (!told) {
                assertThat(step.events())
                        .allSatisfy(event -> assertThat(event.occurredAt())
                                .isAfterOrEqualTo(step.before().lastAt()));
                back += step.refused(DossierProblem.TIME_GOES_BACK) ? 1 : 0;
            }
        }
        Statistics.label("refused as too early")
                .collect(back > 0)
                .coverage(coverage -> coverage.check(true).count(c -> c > 0));
    }

    @Property(tries = 1_000)
    void processing_ended_when_the_case_was_finished_whatever_comes_after(@ForAll("histories") History history) {
        DossierState.@Nullable Ending ending = null;
        for (History.Step step : history.steps()) {
            boolean finishes = step.events().stream().anyMatch(DossierEvent.ProcessingEnded.class::isInstance);
            if (finishes) {
                assertThat(ending).as("decided once").isNull();
                ending = Objects.requireNonNull(step.after().ending());
                assertThat(ending.at()).isEqualTo(step.command().at());
                Instant due = Objects.requireNonNull(
                        Objects.requireNonNull(step.after().clock()).dueAt());
                assertThat(ending.verdict()).isEqualTo(Verdict.of(step.command().at(), due));
            }
            assertThat(step.after().ending()).isEqualTo(ending);
        }
        Statistics.label("finished")
                .collect(ending != null)
                .coverage(coverage -> coverage.check(true).count(c -> c > 0));
    }

    @Property
    void an_item_that_was_ordered_is_no_delivery_and_ten_by_post_needs_every_item_delivered(
            @ForAll @IntRange(min = 1, max = 4) int of,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 4) Integer> ordinals) {
        GivenDossier dossier = GivenDossier.aDossierToReturnBy(ReturnWay.POST)
                .received()
                .inProcess()
                .processedAt(A.LATER)
                .resultAccepted(A.LATER, ReturnWay.POST);
        dossier.when(new DossierCommand.ReturnAtCounter(
                        A.LATER, new DossierEvent.Recipient(new Sealed("person-1", "cipher"), "OWNER", "CCCD")))
                .refused(DossierProblem.RETURNED_ANOTHER_WAY);
        Set<Integer> delivered = new HashSet<>();
        for (int ordinal : ordinals.stream().filter(one -> one <= of).toList()) {
            dossier = dossier.after(new DossierCommand.RecordItemDelivered(A.LATER, "item-" + ordinal, ordinal, of));
            delivered.add(ordinal);
            assertThat(dossier.state().status() == OfficialStatus.RETURNED).isEqualTo(delivered.size() == of);
        }
        assertThat(dossier.state().status() == OfficialStatus.RETURNED).isEqualTo(delivered.size() == of);
    }

    /** The clock once more, from the events alone. */
    private static final class ClockFromTheLog {
        private @Nullable Instant received;
        private final List<Pause> over = new ArrayList<>();
        private final Map<PauseReason, Instant> open = new EnumMap<>(PauseReason.class);

        /** The due date an event tells, null when it tells none. */
        @Nullable
        Instant hear(DossierEvent event) {
            switch (event) {
                case DossierEvent.Received now -> {
                    received = now.occurredAt();
                    return now.dueAt();
                }
                case DossierEvent.SupplementRequested asked
                when asked.clockStopped() -> open.put(PauseReason.SUPPLEMENT, asked.occurredAt());
                case DossierEvent.ObligationRequested asked ->
                    open.put(PauseReason.FINANCIAL_OBLIGATION, asked.occurredAt());
                case DossierEvent.Paused paused -> open.put(paused.reason(), paused.occurredAt());
                case DossierEvent.SupplementReceived came -> {
                    return resumed(PauseReason.SUPPLEMENT, came.occurredAt(), came.due());
                }
                case DossierEvent.ObligationMet met -> {
                    return resumed(PauseReason.FINANCIAL_OBLIGATION, met.occurredAt(), met.due());
                }
                case DossierEvent.Resumed again -> {
                    return resumed(again.reason(), again.occurredAt(), again.due());
                }
                default -> {}
            }
            return null;
        }

        private @Nullable Instant resumed(PauseReason reason, Instant at, DueChange due) {
            Instant from = open.remove(reason);
            if (from != null) {
                over.add(new Pause(from, at, reason));
            }
            return due.newDueAt();
        }

        Instant start() {
            return Objects.requireNonNull(received, "a due date is told after the reception");
        }

        Instant computed() {
            assertThat(open)
                    .as("no due date is told while the clock stands still")
                    .isEmpty();
            return Deadlines.dueAt(new DeadlineRequest(start(), EIGHT_DAYS, Channel.COUNTER, over, null), CALENDAR);
        }

        /** Working time in which it stood still, each moment once. */
        Duration standing(Instant until) {
            Duration sum = Duration.ZERO;
            Instant counted = start();
            for (Pause pause :
                    over.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
                Instant from = pause.from().isAfter(counted) ? pause.from() : counted;
                Instant to = Objects.requireNonNull(pause.to());
                to = to.isAfter(until) ? until : to;
                if (to.isAfter(from)) {
                    sum = sum.plus(CALENDAR.workingTimeBetween(from, to));
                    counted = to;
                }
            }
            return sum;
        }
    }
}
