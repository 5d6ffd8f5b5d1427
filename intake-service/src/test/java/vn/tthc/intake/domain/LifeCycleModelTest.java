package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Recipient;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.StatusTable;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.PauseReason;

/** Whatever is asked of a dossier in whatever order: an independent model of its life cycle says the same. */
class LifeCycleModelTest {
    private static final int WALKS = 3_000;
    private static final int STEPS = 40;

    @Test
    void random_commands_lead_where_the_model_says_and_what_it_forbids_is_refused_with_a_code() {
        Map<OfficialStatus, Integer> visited = new EnumMap<>(OfficialStatus.class);
        int refused = 0;
        for (long seed = 0; seed < WALKS; seed++) {
            refused += new Walk(seed).run(visited);
        }
        assertThat(visited.keySet())
                .as("the walks are worth something only if they see every status")
                .containsExactlyInAnyOrder(OfficialStatus.values());
        assertThat(refused).isGreaterThan(WALKS);
    }

    /** What can be asked. */
    private enum Act {
        RECEIVE,
        REFUSE,
        GIVE,
        TAKEN,
        GIVEN_BACK,
        ASK,
        ASK_AGAIN,
        SUPPLY,
        LAPSE,
        CHARGE,
        PAY,
        POST_UP,
        POST_DOWN,
        WITHDRAW,
        GRANT,
        DENY,
        EXTEND,
        FINISH,
        RESULT_IN,
        HAND_OUT
    }

    /** The life cycle once more, written from the prose of the rules alone. */
    private static final class Model {
        private int stage = 1;
        private boolean given;
        private boolean supplement;
        private boolean obligation;
        private boolean posting;
        private boolean withdrawal;
        private int asked;
        private boolean extended;
        private boolean resultIn;

        private int status() {
            if (stage == 3 || stage >= 8) {
                return stage;
            }
            return withdrawal ? 7 : supplement ? 5 : obligation ? 6 : stage;
        }

        private boolean alive() {
            return stage == 1 || stage == 2 || stage == 4;
        }

        private boolean received() {
            return stage == 2 || stage == 4;
        }

        /** Whether the act is legal; it then happens. Facts that come to nothing are legal. */
        private boolean may(Act act) {
            return switch (act) {
                case RECEIVE -> when(status() == 1, () -> stage = 2);
                case REFUSE ->
                    when(stage == 1 && (status() == 1 || status() == 5), () -> {
                        supplement = false;
                        stage = 3;
                    });
                case GIVE -> when(status() == 2 && !given, () -> given = true);
                case TAKEN -> fact(stage == 2, () -> stage = 4);
                case GIVEN_BACK -> fact(stage == 2 && given, () -> given = false);
                case ASK -> when(alive() && !withdrawal && !supplement && asked == 0, this::ask);
                case ASK_AGAIN -> when(alive() && !withdrawal && !supplement, this::ask);
                case SUPPLY, LAPSE -> when(alive() && supplement, () -> supplement = false);
                case CHARGE -> when(received() && !withdrawal && !obligation, () -> obligation = true);
                case PAY -> when(alive() && obligation, () -> obligation = false);
                case POST_UP -> when(received() && !withdrawal && !posting, () -> posting = true);
                case POST_DOWN -> when(alive() && posting, () -> posting = false);
                case WITHDRAW ->
                    when(alive() && !withdrawal, () -> {
                        withdrawal = given;
                        stage = given ? stage : 8;
                    });
                case GRANT -> fact(alive() && withdrawal, () -> stage = 8);
                case DENY -> fact(alive() && withdrawal, () -> withdrawal = false);
                case EXTEND ->
                    when(
                            received() && !withdrawal && !extended && !supplement && !obligation && !posting,
                            () -> extended = true);
                case FINISH ->
                    fact(received(), () -> {
                        supplement = false;
                        obligation = false;
                        posting = false;
                        withdrawal = false;
                        stage = 9;
                    });
                case RESULT_IN -> when(stage == 9 && !resultIn, () -> resultIn = true);
                case HAND_OUT -> when(stage == 9 && resultIn, () -> stage = 10);
            };
        }

        private void ask() {
            asked++;
            supplement = true;
        }

        private static boolean when(boolean legal, Runnable effect) {
            if (legal) {
                effect.run();
            }
            return legal;
        }

        private static boolean fact(boolean effective, Runnable effect) {
            when(effective, effect);
            return true;
        }
    }

    private static final class Walk {
        private final long seed;
        private final Random random;
        private final Model model = new Model();
        private final List<DossierEvent> log = new ArrayList<>(List.of(A.submitted(ReturnWay.COUNTER)));
        private DossierState state = Dossier.evolve(DossierState.NONE, log.getFirst());
        private Instant now = A.FILED;

        private Walk(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        private int run(Map<OfficialStatus, Integer> visited) {
            int refused = 0;
            for (int i = 0; i < STEPS; i++) {
                Act act = Act.values()[random.nextInt(Act.values().length)];
                now = now.plusSeconds(random.nextInt(600));
                String what = "seed " + seed + " step " + i + " " + act + " in " + state.status();
                DossierState before = state;
                Decision<DossierEvent> decision = Dossier.decide(state, command(act));
                boolean legal = model.may(act);
                assertThat(decision instanceof Decision.Accepted)
                        .as(what + ": " + decision)
                        .isEqualTo(legal);
                switch (decision) {
                    case Decision.Accepted<DossierEvent>(List<DossierEvent> events) -> take(events, what);
                    case Decision.Refused<DossierEvent>(var refusal) -> {
                        refused++;
                        assertThat(refusal.code().name()).as(what).isNotBlank();
                        assertThat(state).as(what).isEqualTo(before);
                    }
                }
                assertThat(state.status().code()).as(what).isEqualTo(model.status());
                assertThat(state.supplementRequests()).as(what).isEqualTo(model.asked);
                invariants(what);
                visited.merge(state.status(), 1, Integer::sum);
            }
            assertThat(log.stream().reduce(DossierState.NONE, Dossier::evolve, (one, other) -> other))
                    .as("replayed, seed %s", seed)
                    .isEqualTo(state);
            return refused;
        }

        private void take(List<DossierEvent> events, String what) {
            for (DossierEvent event : events) {
                DossierState after = Dossier.evolve(state, event);
                if (after.status() != state.status()) {
                    assertThat(StatusTable.mayFollow(state.status(), after.status()))
                            .as("%s: %s to %s", what, state.status(), after.status())
                            .isTrue();
                }
                state = after;
                log.add(event);
            }
        }

        /** The due date follows from the facts; the verdict from it and the end; a final status has no due date moved. */
        private void invariants(String what) {
            DossierClock clock = state.clock();
            if (clock == null) {
                return;
            }
            if (!clock.paused()) {
                assertThat(Deadlines.dueAt(clock.request(A.rules()), clock.calendar(A.rules())))
                        .as(what)
                        .isEqualTo(clock.dueAt());
            }
            if (state.ending() != null) {
                assertThat(state.ending().verdict())
                        .as(what)
                        .isEqualTo(Verdict.of(state.ending().at(), clock.dueAt()));
            }
        }

        private DossierCommand command(Act act) {
            return switch (act) {
                case RECEIVE -> {
                    Term term = new Term(8, TermUnit.WORKING_DAY);
                    DossierClock clock = new DossierClock(
                            now, A.submission().channel(), term, null, "default-2026.2", List.of(), List.of());
                    yield new DossierCommand.Receive(
                            now,
                            "H36.101-20260302-0000001",
                            A.WARD.ref(),
                            term,
                            Deadlines.dueAt(clock.request(A.rules()), clock.calendar(A.rules())),
                            false,
                            "default-2026.2",
                            List.of(),
                            null);
                }
                case REFUSE -> new DossierCommand.RefuseReception(now, "Không đủ điều kiện", "Mẫu 03");
                case GIVE -> new DossierCommand.HandOver(now, A.caseFile(A.step("kiem-tra", A.WARD)), null);
                case TAKEN -> new DossierCommand.RecordProcessingStarted(now, A.WARD.ref());
                case GIVEN_BACK ->
                    new DossierCommand.RecordHandOverRefused(now, A.WARD.ref(), "AGENCY_NOT_VALID", "Không nhận");
                case ASK -> new ClockCommand.RequestSupplement(now, A.WARD.ref(), A.missing(), null, A.rules());
                case ASK_AGAIN ->
                    new ClockCommand.RequestSupplement(
                            now,
                            A.WARD.ref(),
                            A.missing(),
                            new SupplementLeave(Role.HEAD_OF_UNIT, "Phát sinh"),
                            A.rules());
                case SUPPLY -> new ClockCommand.ReceiveSupplement(now, A.WARD.ref(), A.rules());
                case LAPSE -> new ClockCommand.ResumeClock(now, A.WARD.ref(), PauseReason.SUPPLEMENT, null, A.rules());
                case CHARGE ->
                    new ClockCommand.RequestObligation(now, A.WARD.ref(), new Obligation("TB-1", null), A.rules());
                case PAY -> new ClockCommand.MeetObligation(now, A.WARD.ref(), "BL-1", A.rules());
                case POST_UP ->
                    new ClockCommand.StopClock(now, A.WARD.ref(), PauseReason.PUBLIC_POSTING, "Niêm yết", A.rules());
                case POST_DOWN ->
                    new ClockCommand.ResumeClock(now, A.WARD.ref(), PauseReason.PUBLIC_POSTING, null, A.rules());
                case WITHDRAW -> new WithdrawalCommand.RequestWithdrawal(now, null, A.rules());
                case GRANT -> new WithdrawalCommand.RecordWithdrawalGranted(now, A.WARD.ref(), A.rules());
                case DENY -> new WithdrawalCommand.RecordWithdrawalRefused(now, "ALREADY_SIGNED", "Đã ký");
                case EXTEND ->
                    new ClockCommand.Extend(
                            now, A.WARD.ref(), now.plusSeconds(90L * 86_400), "Chậm", "Chủ tịch", A.rules());
                case FINISH -> new DossierCommand.RecordProcessingEnded(now, "12/QĐ", A.rules());
                case RESULT_IN ->
                    new DossierCommand.AcceptResult(now, new ReturnWish(ReturnWay.COUNTER, null, null), null);
                case HAND_OUT ->
                    new DossierCommand.ReturnAtCounter(
                            now, new Recipient(new Sealed("person-1", "cipher"), "OWNER", "CCCD"));
            };
        }
    }
}
