package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.file;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Anomaly;
import vn.tthc.contracts.decision.Decision;

class RecordedStepsTest {
    private static final Instant END = START.plusSeconds(3600);

    private static Scenario imported() {
        return given(new CaseEvent.Opened(START, file(), true));
    }

    private static CaseCommand.RecordStep step(String id, Instant at, String hash) {
        return new CaseCommand.RecordStep(at, id, "T02", null, "Group 1", "Resource21", hash, true);
    }

    private static CaseEvent.StepRecorded recorded(String id, Instant at, String hash) {
        return new CaseEvent.StepRecorded(at, id, "T02", null, "Group 1", "Resource21", hash);
    }

    private static CaseEvent anomaly(String id, Instant at) {
        return new CaseEvent.AnomalyRecorded(at, Anomaly.STEP_AFTER_END, id);
    }

    @Test
    void an_old_step_keeps_its_own_time_whatever_came_before_it() {
        imported()
                .and(step("b", START.plusSeconds(5), "h"))
                .when(step("a", START.minusSeconds(1_000_000), "h"))
                .then(recorded("a", START.minusSeconds(1_000_000), "h"));
    }

    @Test
    void the_same_record_told_again_is_nothing_new_and_told_otherwise_a_conflict() {
        Scenario told = imported().and(step("a", START, "h"));

        told.when(step("a", START, "h")).thenNothing();
        told.when(step("a", START, "other")).thenRefused(CaseProblem.RECORD_CONFLICT);
    }

    @Test
    void a_step_after_the_end_is_an_anomaly_whichever_was_told_first() {
        imported()
                .and(new CaseCommand.Finish(END, null, true))
                .when(step("a", END.plusMillis(1), "h"))
                .then(recorded("a", END.plusMillis(1), "h"), anomaly("a", END.plusMillis(1)));
        imported()
                .and(step("b", END.plusMillis(1), "h"))
                .and(step("a", END, "h"))
                .when(new CaseCommand.Finish(END, null, true))
                .then(new CaseEvent.Finished(END, null, true), anomaly("b", END.plusMillis(1)));
    }

    @Test
    void an_imported_case_ends_at_its_own_time_once() {
        Scenario finished = imported().and(new CaseCommand.Finish(END, null, true));

        finished.when(new CaseCommand.Finish(END, null, true)).thenNothing();
        finished.when(new CaseCommand.Finish(END.plusSeconds(1), null, true)).thenRefused(CaseProblem.FINISH_CONFLICT);
        imported().when(new CaseCommand.Finish(END, COMMUNE.id(), false)).thenRefused(CaseProblem.END_TIME_REQUIRED);
    }

    @Test
    void an_imported_case_has_no_flow_to_work_through() {
        for (CaseCommand command : List.of(
                new CaseCommand.AcceptCustody(END, COMMUNE.id()),
                new CaseCommand.CompleteStep(END, COMMUNE.id(), "officer", "a", null),
                new CaseCommand.Forward(END, COMMUNE.id(), null, "không cần"),
                new CaseCommand.SendBack(END, COMMUNE.id(), "a", "x"),
                new CaseCommand.Sign(END, COMMUNE.id(), "leader"),
                new CaseCommand.Issue(END, COMMUNE.id(), "clerk", "1"))) {
            imported().when(command).thenRefused(CaseProblem.IMPORTED_CASE);
        }
        imported().when(new CaseCommand.Open(END, file(), true)).thenNothing();
    }

    @Test
    void a_step_outside_the_flow_of_a_live_case_happens_now() {
        Scenario live = given(new CaseEvent.Opened(START, fourLevels(), false));
        CaseCommand now = new CaseCommand.RecordStep(END, "a", "Đi thực địa", COMMUNE, null, null, "h", false);

        live.when(now).then(new CaseEvent.StepRecorded(END, "a", "Đi thực địa", COMMUNE, null, null, "h"));
        live.when(new CaseCommand.RecordStep(START.minusMillis(1), "a", "Đi thực địa", COMMUNE, null, null, "h", false))
                .thenRefused(CaseProblem.TIME_WENT_BACK);
    }

    @Test
    void in_whatever_order_an_old_case_is_told_it_ends_in_the_same_state_with_the_same_anomalies() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<CaseCommand> tellings = tellings(random);
            Set<CaseEvent> expected = new HashSet<>();
            for (CaseCommand telling : tellings) {
                if (telling instanceof CaseCommand.RecordStep told && told.at().isAfter(END)) {
                    expected.add(anomaly(told.recordId(), told.at()));
                }
            }
            CaseState first = null;
            for (int order = 0; order < 6; order++) {
                Collections.shuffle(tellings, random);
                List<CaseEvent> anomalies = new ArrayList<>();
                CaseState state = imported().state();
                for (CaseCommand telling : tellings) {
                    for (CaseEvent event : ((Decision.Accepted<CaseEvent>) Case.decide(state, telling)).events()) {
                        state = Case.evolve(state, event);
                        if (event instanceof CaseEvent.AnomalyRecorded) {
                            anomalies.add(event);
                        }
                    }
                }
                assertThat(anomalies).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(expected);
                first = first == null ? state : first;
                assertThat(state).as("seed %s", seed).isEqualTo(first);
            }
        }
    }

    /** Some records, each told once or twice, and one end, told once or twice. */
    private static List<CaseCommand> tellings(Random random) {
        List<CaseCommand> tellings = new ArrayList<>();
        int records = random.nextInt(8);
        for (int i = 0; i < records; i++) {
            CaseCommand told = step("r" + i, END.plusSeconds(random.nextInt(7) - 3L), "h" + i);
            for (int times = random.nextInt(2); times >= 0; times--) {
                tellings.add(told);
            }
        }
        for (int times = random.nextInt(2); times >= 0; times--) {
            tellings.add(new CaseCommand.Finish(END, null, true));
        }
        return tellings;
    }
}
