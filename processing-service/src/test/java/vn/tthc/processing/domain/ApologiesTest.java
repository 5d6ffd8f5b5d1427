package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.cases.CaseEvent;

/** The apology that was drafted is signed by a person. */
class ApologiesTest {
    private static final Instant DUE = Instant.parse("2026-03-20T03:00:00Z");
    private static final Instant PROPOSED = DUE.plusSeconds(86_400);
    private static final Instant LATER = DUE.plusSeconds(3 * 86_400);
    private static final CaseEvent DRAFTED = new CaseEvent.ApologyDrafted(
            START, CaseEvent.ApologyCause.DUE_DATE_NEAR, "tham-dinh", COMMUNE, DUE, PROPOSED, 480, 600);

    private static Scenario taken() {
        return given(new CaseEvent.Opened(START, Flows.with(fourLevels(), DUE, null), false))
                .and(new CaseCommand.AcceptCustody(START, COMMUNE.id()));
    }

    private static CaseCommand sign(@Nullable Instant promisedAt) {
        return new CaseCommand.SignApology(START, COMMUNE.id(), promisedAt, "Chờ ý kiến", "Chủ tịch");
    }

    private static CaseEvent signed(Instant due, Instant promisedAt) {
        return new CaseEvent.ApologySigned(START, "tham-dinh", COMMUNE, due, promisedAt, "Chờ ý kiến", "Chủ tịch");
    }

    @Test
    void what_was_drafted_is_signed_with_the_date_proposed_or_with_another_that_is_later() {
        taken().and(DRAFTED).when(sign(null)).then(signed(DUE, PROPOSED));
        taken().and(DRAFTED).when(sign(LATER)).then(signed(DUE, LATER));
    }

    @Test
    void nothing_is_signed_that_was_not_drafted_for_the_due_date_that_holds_now() {
        taken().when(sign(LATER)).thenRefused(CaseProblem.APOLOGY_NOT_DRAFTED);
        taken().and(DRAFTED)
                .and(new CaseCommand.FollowClock(START, new CaseCommand.ClockChange.Stopped()))
                .when(sign(LATER))
                .thenRefused(CaseProblem.APOLOGY_NOT_DRAFTED);
        taken().and(DRAFTED)
                .and(new CaseCommand.FollowClock(START, new CaseCommand.ClockChange.Runs(LATER)))
                .when(sign(LATER.plusSeconds(1)))
                .thenRefused(CaseProblem.APOLOGY_NOT_DRAFTED);
    }

    @Test
    void a_promise_lies_after_the_due_date_and_after_what_was_promised_before() {
        taken().and(DRAFTED).when(sign(DUE)).thenRefused(CaseProblem.PROMISE_NOT_LATER);
        Scenario promised = taken().and(DRAFTED)
                .and(new CaseCommand.FollowClock(START, new CaseCommand.ClockChange.Promised(LATER)));

        promised.when(sign(LATER)).thenRefused(CaseProblem.PROMISE_NOT_LATER);
        promised.when(sign(LATER.plusMillis(1))).then(signed(DUE, LATER.plusMillis(1)));
    }

    @Test
    void only_the_agency_that_has_the_papers_signs_and_only_while_the_work_goes_on() {
        CaseCommand other = new CaseCommand.SignApology(START, MINISTRY.id(), null, "Chờ", "Bộ trưởng");

        taken().and(DRAFTED).when(other).thenRefused(CaseProblem.NOT_IN_CUSTODY);
        taken().and(DRAFTED)
                .and(new CaseEvent.Finished(START, "1", false))
                .when(sign(null))
                .thenRefused(CaseProblem.CASE_FINISHED);
        given().when(sign(null)).thenRefused(CaseProblem.CASE_NOT_OPEN);
        given(new CaseEvent.Opened(START, Flows.with(fourLevels(), DUE, null), true))
                .when(sign(null))
                .thenRefused(CaseProblem.IMPORTED_CASE);
    }

    @Test
    void signing_moves_nothing_by_itself_for_the_promise_is_the_dossiers() {
        Scenario signed = taken().and(DRAFTED);
        var before = signed.waitsFor();

        assertThat(signed.and(signed(DUE, LATER)).waitsFor()).isEqualTo(before);
    }
}
