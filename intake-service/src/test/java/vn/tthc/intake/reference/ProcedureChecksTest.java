package vn.tthc.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.reference.Procedure;

/** Each test breaks a good definition in one place. */
class ProcedureChecksTest {
    private static final String GOOD = """
            {"code": "1.000001", "version": "1", "validFrom": "2025-07-01", "validTo": null,
             "name": "Thử", "nameEn": "Trial", "field": "Thử", "fieldEn": "Trial", "competentLevel": "XA",
             "channels": ["COUNTER"], "term": {"amount": 1, "unit": "WORKING_DAY"}, "termByChannel": {},
             "areaUplift": {}, "sameDayCutOff": null, "noDueDate": false, "pauseReasons": [], "components": [],
             "fees": [],
             "steps": [
              {"id": "a", "name": "A", "nameEn": "A", "level": "XA", "role": "CASE_OFFICER",
               "agencyRule": "COMPETENT", "agency": null, "budgetHours": 3, "optional": false, "mayReturnTo": [],
               "kind": "WORK"},
              {"id": "k", "name": "K", "nameEn": "K", "level": "XA", "role": "AGENCY_LEADER",
               "agencyRule": "COMPETENT", "agency": null, "budgetHours": 1, "optional": false, "mayReturnTo": [],
               "kind": "SIGN"},
              {"id": "b", "name": "B", "nameEn": "B", "level": "XA", "role": "RECORDS_CLERK",
               "agencyRule": "COMPETENT", "agency": null, "budgetHours": 4, "optional": false, "mayReturnTo": ["a"],
               "kind": "ISSUE"}],
             "result": null, "returnWays": ["COUNTER"], "systemOfRecord": "PROVINCE", "sources": [],
             "unsourced": []}
            """;

    private static List<String> problemsWhen(UnaryOperator<String> broken) {
        Procedure procedure = ReferenceFiles.procedure("test.json", broken.apply(GOOD));
        return ProcedureChecks.problems(procedure, "24781@2025-07-01"::equals);
    }

    @Test
    void aGoodDefinitionHasNoProblem() {
        assertThat(problemsWhen(json -> json)).isEmpty();
    }

    @Test
    void anUnknownRoleIsRefusedWithFileAndPlace() {
        assertThatThrownBy(() -> problemsWhen(json -> json.replace("RECORDS_CLERK", "WIZARD")))
                .isInstanceOf(InvalidReference.class)
                .hasMessageContaining("test.json")
                .hasMessageContaining("role")
                .hasMessageContaining("WIZARD");
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThatThrownBy(() -> problemsWhen(json -> json.replace("\"fees\"", "\"fee\"")))
                .isInstanceOf(InvalidReference.class)
                .hasMessageContaining("fee");
    }

    @Test
    void aRoleThatDoesNoWorkInACaseIsRefused() {
        assertThat(problemsWhen(json -> json.replace("RECORDS_CLERK", "CITIZEN")))
                .containsExactly("step b: role CITIZEN does no work in a case");
    }

    @Test
    void aStepAfterTheIssueIsRefusedBecauseItIsNeverReached() {
        assertThat(problemsWhen(json -> json.replace("\"kind\": \"WORK\"", "\"kind\": \"ISSUE\"")))
                .contains("step b is never reached: the flow ends with the issue before it");
    }

    @Test
    void aFlowThatNeverIssuesIsRefused() {
        assertThat(problemsWhen(json -> json.replace("\"kind\": \"ISSUE\"", "\"kind\": \"WORK\"")))
                .contains("the flow has no ISSUE step to end with");
    }

    @Test
    void aFlowInWhichNobodySignsOrTwoDoIsRefusedForNoCaseWouldBeOpened() {
        String reason = "a result needs exactly one SIGN step and after it one ISSUE step that cannot be passed over,"
                + " and not ";

        assertThat(problemsWhen(json -> json.replace("\"kind\": \"SIGN\"", "\"kind\": \"WORK\"")))
                .containsExactly(reason + "[ISSUE]");
        assertThat(problemsWhen(json -> json.replace("\"kind\": \"WORK\"", "\"kind\": \"SIGN\"")))
                .containsExactly(reason + "[SIGN, SIGN, ISSUE]");
    }

    @Test
    void budgetsLongerThanTheTermAreRefused() {
        assertThat(problemsWhen(json -> json.replace("\"budgetHours\": 4", "\"budgetHours\": 5")))
                .singleElement()
                .asString()
                .contains("9 working hours");
    }

    @Test
    void aReturnToALaterStepIsRefused() {
        assertThat(problemsWhen(json -> json.replace("\"mayReturnTo\": [\"a\"]", "\"mayReturnTo\": [\"c\"]")))
                .containsExactly("step b: it may go back only to an earlier step, not to c");
    }

    @Test
    void aFixedStepAtAnAgencyThatIsNotThereIsRefused() {
        String fixed = "\"agencyRule\": \"FIXED\", \"agency\": \"99999@origin\", \"budgetHours\": 4,"
                + " \"optional\": false, \"mayReturnTo\": [\"a\"]";
        assertThat(problemsWhen(json -> json.replace(
                        "\"agencyRule\": \"COMPETENT\", \"agency\": null, \"budgetHours\": 4, \"optional\": false,"
                                + " \"mayReturnTo\": [\"a\"]",
                        fixed)))
                .containsExactly("step b: no agency 99999@origin");
    }

    @Test
    void aTermTogetherWithNoDueDateIsRefused() {
        assertThat(problemsWhen(json -> json.replace("\"noDueDate\": false", "\"noDueDate\": true")))
                .containsExactly("it has either a term or noDueDate, not both");
    }

    @Test
    void limitsOfAnExtensionMakeSense() {
        String limits = "{\"most\": %d, \"noticeHours\": %d, \"longest\": {\"amount\": 5, \"unit\": \"WORKING_DAY\"}}";

        assertThat(problemsWhen(json ->
                        json.replace("\"result\"", "\"extension\": " + limits.formatted(1, 26) + ", \"result\"")))
                .isEmpty();
        assertThat(problemsWhen(json ->
                        json.replace("\"result\"", "\"extension\": " + limits.formatted(-1, 745) + ", \"result\"")))
                .containsExactly(
                        "extension: a dossier has no fewer than 0 extensions",
                        "extension: the notice is 0 to 744 hours");
        assertThat(problemsWhen(json -> json.replace("\"noDueDate\": false", "\"noDueDate\": true")
                        .replace("\"result\"", "\"extension\": " + limits.formatted(1, 24) + ", \"result\"")))
                .contains("extension: there is no due date to extend");
        String longest = "\"extension\": {\"longest\": {\"amount\": %d, \"unit\": \"MONTH\"}}, \"result\"";
        assertThat(problemsWhen(json -> json.replace("\"result\"", longest.formatted(12))))
                .isEmpty();
        assertThat(problemsWhen(json -> json.replace("\"result\"", longest.formatted(2000))))
                .containsExactly("extension: the longest is a year, and so at most 2208 working hours");
    }

    @Test
    void anApologyThatWouldBeDraftedTooLateToBeSignedIsRefused() {
        String rules = "\"work\": {\"apologyMinutes\": %d}, \"extension\": {\"noticeHours\": %d}, \"result\"";

        assertThat(problemsWhen(json -> json.replace("\"result\"", rules.formatted(961, 48))))
                .isEmpty();
        assertThat(problemsWhen(json -> json.replace("\"result\"", rules.formatted(960, 48))))
                .containsExactly("extension: the apology is drafted 960 working minutes before the due date (work:"
                        + " apologyMinutes) and cannot be signed 48 hours before it; 961 would do");
        assertThat(problemsWhen(json -> json.replace("\"result\"", rules.formatted(240, 4))))
                .hasSize(1);
        assertThat(problemsWhen(json -> json.replace("\"result\"", rules.formatted(241, 4))))
                .isEmpty();
    }

    @Test
    void anUnknownPauseReasonIsRefused() {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(GOOD);
        json.putArray("pauseReasons")
                .addObject()
                .put("reason", "HOLIDAY_MOOD")
                .put("groundVi", "x")
                .put("groundEn", "x");
        assertThat(problemsWhen(good -> json.toString())).containsExactly("there is no pause reason HOLIDAY_MOOD");
    }
}
