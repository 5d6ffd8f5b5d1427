package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.DISTRICT;
import static vn.tthc.processing.domain.Flows.ONE_STOP;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.file;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Flows.optional;
import static vn.tthc.processing.domain.Flows.step;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.HandOverRefused;

class OpeningTest {

    @Test
    void a_hand_over_opens_the_case_and_offers_it_to_the_agency_of_the_first_step() {
        CaseEvent opened = new CaseEvent.Opened(START, fourLevels(), false);

        given().when(new CaseCommand.Open(START, fourLevels(), false)).then(opened);

        assertThat(given(opened).state()).isInstanceOfSatisfying(CaseState.Live.class, live -> {
            assertThat(live.custody()).isEqualTo(new Custody.Offered(COMMUNE, START, null));
            assertThat(live.progress().current().id()).isEqualTo("tham-dinh");
        });
    }

    @Test
    void a_hand_over_told_twice_opens_one_case() {
        given(new CaseEvent.Opened(START, fourLevels(), false))
                .when(new CaseCommand.Open(START.plusSeconds(1), fourLevels(), false))
                .thenNothing();
    }

    @Test
    void a_hand_over_to_an_agency_that_no_longer_exists_is_an_event_and_not_an_error() {
        CaseFile file =
                file(step("a", Kind.WORK, DISTRICT), step("ky", Kind.SIGN, COMMUNE), step("p", Kind.ISSUE, COMMUNE));

        CaseEvent refused =
                given().events(new CaseCommand.Open(START, file, false)).getFirst();

        assertThat(refused).isInstanceOfSatisfying(HandOverRefused.class, e -> {
            assertThat(e.code()).isEqualTo("AGENCY_NOT_VALID");
            assertThat(e.agency()).isEqualTo(DISTRICT);
            assertThat(e.reason())
                    .contains(DISTRICT.name())
                    .contains("2026-03-02")
                    .doesNotContain("{");
        });
        given(refused)
                .when(new CaseCommand.Open(START, fourLevels(), false))
                .then(new CaseEvent.Opened(START, fourLevels(), false));
    }

    @Test
    void the_day_that_counts_is_the_day_in_vietnam() {
        CaseFile file =
                file(step("a", Kind.WORK, DISTRICT), step("ky", Kind.SIGN, COMMUNE), step("p", Kind.ISSUE, COMMUNE));
        Instant lastSecond = Instant.parse("2025-06-30T16:59:59Z");

        assertThat(given().events(new CaseCommand.Open(lastSecond, file, false)))
                .hasOnlyElementsOfType(CaseEvent.Opened.class);
        assertThat(given().events(new CaseCommand.Open(lastSecond.plusSeconds(1), file, false)))
                .hasOnlyElementsOfType(HandOverRefused.class);
    }

    static Stream<CaseFile> flowsWithoutResult() {
        return Stream.of(
                file(step("a", Kind.WORK, COMMUNE)),
                file(step("a", Kind.WORK, COMMUNE), step("ky", Kind.SIGN, COMMUNE)),
                file(step("p", Kind.ISSUE, COMMUNE), step("ky", Kind.SIGN, COMMUNE)),
                file(optional(step("ky", Kind.SIGN, COMMUNE)), step("p", Kind.ISSUE, COMMUNE)),
                file(step("ky", Kind.SIGN, COMMUNE), step("ky2", Kind.SIGN, COMMUNE), step("p", Kind.ISSUE, COMMUNE)));
    }

    @ParameterizedTest
    @MethodSource("flowsWithoutResult")
    void a_flow_that_can_never_end_is_not_begun(CaseFile file) {
        assertThat(given().events(new CaseCommand.Open(START, file, false)))
                .singleElement()
                .isInstanceOfSatisfying(
                        HandOverRefused.class, e -> assertThat(e.code()).isEqualTo("FLOW_WITHOUT_RESULT"));
    }

    @Test
    void an_empty_flow_is_refused_to_the_one_stop_unless_the_dossier_is_imported() {
        assertThat(given().events(new CaseCommand.Open(START, file(), false)))
                .singleElement()
                .isInstanceOfSatisfying(HandOverRefused.class, e -> {
                    assertThat(e.code()).isEqualTo("FLOW_EMPTY");
                    assertThat(e.agency()).isEqualTo(ONE_STOP);
                });
        given().when(new CaseCommand.Open(START, file(), true)).then(new CaseEvent.Opened(START, file(), true));
    }

    @Test
    void nothing_can_be_done_before_the_case_is_open() {
        given().when(new CaseCommand.AcceptCustody(START, COMMUNE.id())).thenRefused(CaseProblem.CASE_NOT_OPEN);
        given().when(new CaseCommand.Finish(START, null, true)).thenRefused(CaseProblem.CASE_NOT_OPEN);
    }
}
