package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.StatusTable;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.Deadlines;

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
                Decision<DossierEvent> decision = Dossier.decide(state, act.command(now));
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
    }
}
