package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.DEPARTMENT;
import static vn.tthc.processing.domain.Flows.DISTRICT;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.ONE_STOP;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.file;
import static vn.tthc.processing.domain.Flows.optional;
import static vn.tthc.processing.domain.Flows.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Live;
import vn.tthc.processing.domain.NextAct.Act;
import vn.tthc.processing.domain.Progress.Result;

/** Whatever is asked of a case in whatever order, it never gets into a state that cannot be. */
class AnySequenceTest {
    private static final List<AgencyRef> EXISTING = List.of(COMMUNE, DEPARTMENT, MINISTRY);

    @Test
    void random_commands_on_random_flows_never_leave_an_illegal_state() {
        int finished = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            CaseState state = Case.evolve(CaseState.NONE, new CaseEvent.Opened(START, randomFlow(random, true), false));
            Instant now = START;
            for (int i = 0; i < 120 && state instanceof Live; i++) {
                now = now.plusSeconds(random.nextInt(100) - 5L);
                CaseCommand command = random.nextInt(3) == 0
                        ? anything(random, (Live) state, now)
                        : sensible(random, (Live) state, now);
                if (Case.decide(state, command) instanceof Decision.Accepted<CaseEvent>(var events)) {
                    for (CaseEvent event : events) {
                        CaseState after = Case.evolve(state, event);
                        if (event instanceof CaseEvent.HandOverRefused) {
                            assertThat(((Live) state).started())
                                    .as("seed %s", seed)
                                    .isFalse();
                            assertThat(after).as("seed %s", seed).isEqualTo(CaseState.NONE);
                            state = after;
                            continue;
                        }
                        check((Live) state, command, event, (Live) after, seed);
                        state = after;
                    }
                } else {
                    now = now.plusSeconds(5);
                }
            }
            finished += state instanceof Live live && live.endedAt() != null ? 1 : 0;
        }
        assertThat(finished)
                .as("the walk is worth something only if it gets to the end")
                .isGreaterThan(100);
    }

    @Test
    void what_is_said_to_be_possible_next_is_possible_and_leads_to_the_end() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            CaseFile file = randomFlow(random, false);
            CaseState state = Case.evolve(CaseState.NONE, new CaseEvent.Opened(START, file, false));
            Instant now = START;
            int acts = 0;
            while (((Live) state).endedAt() == null) {
                assertThat(acts++)
                        .as("seed %s", seed)
                        .isLessThan(20 * file.steps().size() + 200);
                now = now.plusSeconds(1);
                List<CaseCommand> possible = possible((Live) state, now);
                for (CaseCommand command : possible) {
                    assertThat(Case.decide(state, command))
                            .as("seed %s: %s", seed, command)
                            .isInstanceOf(Decision.Accepted.class);
                }
                List<CaseCommand> forward =
                        possible.stream().filter(AnySequenceTest::leadsOn).toList();
                boolean back = acts < 50 && random.nextInt(4) == 0;
                List<CaseCommand> choice = back
                        ? possible.stream()
                                .filter(command -> !leadsAway(command))
                                .toList()
                        : forward;
                CaseCommand next = choice.get(random.nextInt(choice.size()));
                for (CaseEvent event : ((Decision.Accepted<CaseEvent>) Case.decide(state, next)).events()) {
                    state = Case.evolve(state, event);
                }
            }
        }
    }

    private static boolean leadsOn(CaseCommand command) {
        return command instanceof CaseCommand.AcceptCustody
                || command instanceof CaseCommand.CompleteStep
                || command instanceof CaseCommand.Forward
                || command instanceof CaseCommand.Sign
                || command instanceof CaseCommand.GiveNumber
                || command instanceof CaseCommand.Issue
                || command instanceof CaseCommand.Finish;
    }

    /** Out of the case, or into waiting for somebody else. */
    private static boolean leadsAway(CaseCommand command) {
        return command instanceof CaseCommand.Decline
                || command instanceof CaseCommand.AskOpinion
                || command instanceof CaseCommand.RecordStep;
    }

    private static void check(Live before, CaseCommand command, CaseEvent event, Live after, long seed) {
        String what = "seed " + seed + ": " + event;
        Progress progress = after.progress();
        assertThat(after.custody().agency())
                .as(what)
                .isEqualTo(progress.current().agency());
        for (String done : progress.done()) {
            assertThat(progress.flow().position(done)).as(what).isLessThanOrEqualTo(progress.position());
        }
        if (!(event instanceof CaseEvent.StepRecorded || event instanceof CaseEvent.AnomalyRecorded)) {
            assertThat(before.endedAt()).as(what).isNull();
            assertThat(event.occurredAt()).as(what).isAfterOrEqualTo(before.lastAt());
        }
        switch (event) {
            case CaseEvent.CustodyAccepted e ->
                assertThat(before.custody()).as(what).isInstanceOf(Custody.Offered.class);
            case CaseEvent.HandOverDeclined e -> {
                assertThat(before.custody()).as(what).isInstanceOf(Custody.Offered.class);
                assertThat(after.custody()).as(what).isInstanceOf(Custody.Held.class);
                assertThat(progress.result())
                        .as(what)
                        .isEqualTo(before.progress().result());
            }
            case CaseEvent.StepSkipped e -> worked(before, command, what);
            case CaseEvent.Assigned e -> worked(before, command, what);
            case CaseEvent.Released e -> worked(before, command, what);
            case CaseEvent.OpinionAsked e -> worked(before, command, what);
            case CaseEvent.ResultDrafted e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isEqualTo(Result.OPEN);
            }
            case CaseEvent.ResultNumbered e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isEqualTo(Result.SIGNED);
                assertThat(before.progress().current().kind()).as(what).isEqualTo(Kind.NUMBER);
            }
            case CaseEvent.ResultCorrected e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isNotEqualTo(Result.OPEN);
                assertThat(progress.result()).as(what).isEqualTo(Result.OPEN);
                assertThat(progress.resultNumber()).as(what).isNull();
            }
            case CaseEvent.OpinionGiven e -> throw new AssertionError(what);
            case CaseEvent.OpinionWithdrawn e -> throw new AssertionError(what);
            case CaseEvent.AgencySucceeded e -> throw new AssertionError(what);
            case CaseEvent.ClockFollowed e -> throw new AssertionError(what);
            case CaseEvent.AlarmRaised e -> throw new AssertionError(what);
            case CaseEvent.Escalated e -> throw new AssertionError(what);
            case CaseEvent.ApologyDrafted e -> throw new AssertionError(what);
            case CaseEvent.ApologySigned e -> throw new AssertionError(what);
            case CaseEvent.StepCompleted e -> worked(before, command, what);
            case CaseEvent.Forwarded e -> {
                worked(before, command, what);
                assertThat(before.progress().currentDone()).as(what).isTrue();
                assertThat(progress.position())
                        .as(what)
                        .isGreaterThan(before.progress().position());
                handedOver(e.from(), e.to(), after, what);
            }
            case CaseEvent.SentBack e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isEqualTo(Result.OPEN);
                assertThat(progress.position())
                        .as(what)
                        .isLessThan(before.progress().position());
                handedOver(e.from(), e.to(), after, what);
            }
            case CaseEvent.ResultSigned e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isEqualTo(Result.OPEN);
                assertThat(before.progress().current().kind()).as(what).isEqualTo(Kind.SIGN);
            }
            case CaseEvent.ResultIssued e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isEqualTo(Result.SIGNED);
                assertThat(before.progress().current().kind()).as(what).isEqualTo(Kind.ISSUE);
            }
            case CaseEvent.Finished e -> {
                worked(before, command, what);
                assertThat(before.progress().result()).as(what).isEqualTo(Result.ISSUED);
                assertThat(e.resultNumber()).as(what).isNotBlank();
            }
            case CaseEvent.StepRecorded e ->
                assertThat(after.progress()).as(what).isEqualTo(before.progress());
            case CaseEvent.AnomalyRecorded e -> assertThat(after).as(what).isEqualTo(before);
            case CaseEvent.Opened e -> throw new AssertionError(what);
            case CaseEvent.HandOverRefused e -> throw new AssertionError(what);
            case CaseEvent.SupplementAsked e -> asked(before, command, after, what);
            case CaseEvent.ObligationAsked e -> asked(before, command, after, what);
            case CaseEvent.PauseAsked e -> asked(before, command, after, what);
            case CaseEvent.PauseEnded e -> asked(before, command, after, what);
            case CaseEvent.WithdrawalGranted e -> {
                assertThat(before.progress().result()).as(what).isEqualTo(Result.OPEN);
                assertThat(after.endedAt()).as(what).isEqualTo(e.occurredAt());
            }
            case CaseEvent.WithdrawalRefused e ->
                assertThat(before.progress().result()).as(what).isNotEqualTo(Result.OPEN);
        }
    }

    private static void worked(Live before, CaseCommand command, String what) {
        String agency = switch (command) {
            case CaseCommand.CompleteStep c -> c.agency();
            case CaseCommand.Forward c -> c.agency();
            case CaseCommand.SendBack c -> c.agency();
            case CaseCommand.Sign c -> c.agency();
            case CaseCommand.Issue c -> c.agency();
            case CaseCommand.Finish c -> c.agency();
            case CaseCommand.Claim c -> c.agency();
            case CaseCommand.Release c -> c.agency();
            case CaseCommand.AskOpinion c -> c.agency();
            case CaseCommand.Draft c -> c.agency();
            case CaseCommand.GiveNumber c -> c.agency();
            case CaseCommand.Correct c -> c.agency();
            case CaseCommand.Open c -> throw new AssertionError(what);
            case CaseCommand.AcceptCustody c -> throw new AssertionError(what);
            case CaseCommand.Decline c -> throw new AssertionError(what);
            case CaseCommand.Assign c -> throw new AssertionError(what);
            case CaseCommand.GiveOpinion c -> throw new AssertionError(what);
            case CaseCommand.WithdrawOpinion c -> throw new AssertionError(what);
            case CaseCommand.FollowClock c -> throw new AssertionError(what);
            case CaseCommand.TimeCame c -> throw new AssertionError(what);
            case CaseCommand.Succeed c -> throw new AssertionError(what);
            case CaseCommand.RecordStep c -> throw new AssertionError(what);
            case CaseCommand.AskSupplement c -> c.agency();
            case CaseCommand.AskObligation c -> c.agency();
            case CaseCommand.AskPause c -> c.agency();
            case CaseCommand.EndPause c -> c.agency();
            case CaseCommand.SignApology c -> c.agency();
            case CaseCommand.ConsiderWithdrawal c -> throw new AssertionError(what);
        };
        assertThat(before.custody()).as(what).isInstanceOf(Custody.Held.class);
        assertThat(before.custody().agency().id()).as(what).isEqualTo(agency);
    }

    private static void asked(Live before, CaseCommand command, Live after, String what) {
        worked(before, command, what);
        assertThat(after).as(what).isEqualTo(before);
    }

    private static void handedOver(AgencyRef from, AgencyRef to, Live after, String what) {
        Class<? extends Custody> expected = from.equals(to) ? Custody.Held.class : Custody.Offered.class;
        assertThat(after.custody()).as(what).isInstanceOf(expected);
        assertThat(to).as(what).isNotEqualTo(DISTRICT);
    }

    private static CaseFile randomFlow(Random random, boolean withEnded) {
        List<FlowStep> steps = new ArrayList<>();
        int before = 1 + random.nextInt(4);
        int after = random.nextInt(3);
        for (int i = 0; i < before + after + 2; i++) {
            Kind kind = i == before
                    ? Kind.SIGN
                    : i == before + after + 1 ? Kind.ISSUE : i < before ? Kind.WORK : Kind.NUMBER;
            boolean ended = withEnded && i > 0 && random.nextInt(12) == 0;
            AgencyRef agency = ended ? DISTRICT : EXISTING.get(random.nextInt(EXISTING.size()));
            String[] back = steps.stream()
                    .map(FlowStep::id)
                    .filter(id -> random.nextBoolean())
                    .toArray(String[]::new);
            FlowStep step = step("s" + i, kind, agency, back);
            boolean maySkip = kind != Kind.SIGN && kind != Kind.ISSUE && random.nextInt(3) == 0;
            steps.add(maySkip ? optional(step) : step);
        }
        return file(steps.toArray(FlowStep[]::new));
    }

    private static CaseCommand sensible(Random random, Live state, Instant now) {
        // Declining ends the walk, an unanswered opinion stops it and a correction turns it back: all are rare.
        List<CaseCommand> possible = possible(state, now).stream()
                .filter(command ->
                        !(leadsAway(command) || command instanceof CaseCommand.Correct) || random.nextInt(40) == 0)
                .toList();
        return possible.isEmpty() ? anything(random, state, now) : possible.get(random.nextInt(possible.size()));
    }

    private static List<CaseCommand> possible(Live state, Instant now) {
        List<CaseCommand> commands = new ArrayList<>();
        String agency = state.custody().agency().id();
        for (NextAct next : NextAct.of(state)) {
            if (!next.toSteps().isEmpty()) {
                next.toSteps().forEach(to -> commands.add(command(next.act(), now, agency, to)));
            } else {
                commands.add(command(
                        next.act(), now, agency, state.progress().current().id()));
            }
        }
        return commands;
    }

    private static CaseCommand anything(Random random, Live state, Instant now) {
        List<FlowStep> steps = state.progress().flow().steps();
        String step = random.nextInt(10) == 0
                ? "none"
                : steps.get(random.nextInt(steps.size())).id();
        String agency = EXISTING.get(random.nextInt(EXISTING.size())).id();
        return command(Act.values()[random.nextInt(Act.values().length)], now, agency, step);
    }

    private static CaseCommand command(Act act, Instant now, String agency, String step) {
        return switch (act) {
            case ACCEPT_CUSTODY -> new CaseCommand.AcceptCustody(now, agency);
            case COMPLETE_STEP -> new CaseCommand.CompleteStep(now, agency, "officer", step, null);
            case FORWARD -> new CaseCommand.Forward(now, agency, step, "không cần");
            case SEND_BACK -> new CaseCommand.SendBack(now, agency, step, "lý do");
            case SIGN -> new CaseCommand.Sign(now, agency, "officer");
            case ISSUE -> new CaseCommand.Issue(now, agency, "officer", "01/QĐ");
            case DECLINE -> new CaseCommand.Decline(now, agency, "lý do");
            case CLAIM -> new CaseCommand.Claim(now, agency, "officer");
            case RELEASE -> new CaseCommand.Release(now, agency, "officer", false, null);
            case DRAFT -> new CaseCommand.Draft(now, agency, "officer", ResultKind.GRANTED);
            case NUMBER -> new CaseCommand.GiveNumber(now, agency, "officer", "01/QĐ");
            case CORRECT -> new CaseCommand.Correct(now, agency, "officer", step, "căn cứ", "lý do");
            case ASK_OPINION ->
                new CaseCommand.AskOpinion(
                        now, agency, "o" + now.toEpochMilli(), ONE_STOP, "câu hỏi", now.plusSeconds(1));
            case FINISH -> new CaseCommand.Finish(now, agency, false);
            case RECORD_STEP ->
                new CaseCommand.RecordStep(now, "r" + now.toEpochMilli(), "khác", null, null, null, "h", false);
        };
    }
}
