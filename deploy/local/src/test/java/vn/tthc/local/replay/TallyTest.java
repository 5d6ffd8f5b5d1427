package vn.tthc.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant RECEIVED = Instant.parse("2011-01-03T08:00:00Z");
    private static final Instant DUE = Instant.parse("2011-02-01T08:00:00Z");

    private final Tally tally = new Tally();

    @Test
    void anEndAtTheDueInstantIsInTimeAndOneAfterItIsLate() {
        ended(plan(DUE, DUE));
        ended(plan(DUE, DUE.plusMillis(1)));
        tally.received(plan(DUE, null), false);

        assertThat(tally.summary())
                .containsEntry("onTime", 1)
                .containsEntry("late", 1)
                .containsEntry("open", 1)
                .containsEntry("finished", 2)
                .containsEntry("dossiers", 3);
    }

    @Test
    void withoutADueDateAnEndIsNeitherInTimeNorLate() {
        ended(plan(null, DUE));

        assertThat(tally.summary())
                .containsEntry("onTime", 0)
                .containsEntry("late", 0)
                .containsEntry("finished", 1);
    }

    @Test
    void contradictionsAreCountedAsAnomalies() {
        CasePlan plan = plan(RECEIVED.minusSeconds(1), RECEIVED.minusSeconds(2));
        tally.received(plan, false);
        tally.finished(plan, List.of(row(RECEIVED, null, null), row(RECEIVED.minusSeconds(2), null, null)), false);

        assertThat(tally.summary())
                .containsEntry(
                        "anomalies",
                        Map.of(
                                "endedBeforeReception", 1,
                                "stepsAfterEnd", 1,
                                "dossiersWithStepsAfterEnd", 1,
                                "deadlineBeforeReception", 1));
    }

    @Test
    void whatWasThereBeforeIsCountedApart() {
        tally.received(plan(DUE, null), true);
        tally.recorded(true);
        tally.recorded(false);

        assertThat(tally.summary()).containsEntry("unchanged", 2).containsEntry("new", 1);
    }

    @Test
    void complaintsAreCountedByKindAndNamedWithTheirLine() {
        tally.complain(Complaint.malformed(7, "it is nonsense"));
        tally.complain(new Complaint(9, Complaint.Kind.CONFLICT, "it is held otherwise"));

        assertThat(tally.clean()).isFalse();
        assertThat(tally.problems()).containsExactly("line 7: it is nonsense", "line 9: it is held otherwise");
        assertThat(tally.summary()).containsEntry("malformed", 1).containsEntry("conflicts", 1);
    }

    private void ended(CasePlan plan) {
        tally.received(plan, false);
        tally.finished(plan, List.of(), false);
    }

    private static CasePlan plan(@Nullable Instant due, @Nullable Instant end) {
        return new CasePlan(row(RECEIVED, due, end), List.of());
    }

    private static LogRow row(Instant at, @Nullable Instant due, @Nullable Instant end) {
        return new LogRow(2, "c1", "ONLINE", due, end, "General", "t1", "Confirmation of receipt", "", "", at);
    }
}
