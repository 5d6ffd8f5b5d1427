package vn.tthc.platform.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.Probe.Answer;

/** That the matrix notices: a comparison that never finds anything compares nothing. */
class JudgeTest {
    private static final Row ROW =
            Row.parse("GET /api/v1/things | either | CASE_OFFICER own +inside, HEAD_OF_UNIT own | 200");
    private static final Thing THING = new Thing("xã", "1", "ward", "ward", "an");
    private static final String REFUSAL = "{\"status\":403,\"code\":\"FORBIDDEN\"}";

    private final World world = World.invented();
    private final Bodies bodies = Bodies.beside(JudgeTest.class, "judged.txt");
    private final Judge judge = new Judge(world, bodies);

    JudgeTest() {
        judge.plant("inside", "ghi chú");
    }

    @Test
    void what_is_written_down_differs_in_nothing() {
        answered(officer(), "{\"id\":\"1\",\"note\":\"ghi chú\"}");
        answered(head(), "{\"id\":\"1\",\"note\":null}");
        refused(somebody(Role.CASE_OFFICER, "other-ward", null), REFUSAL);

        assertThat(judge.differences()).isEmpty();
        assertThat(judge.untold()).isEmpty();
        assertThat(bodies.missing()).isEmpty();
        assertThat(judge.audiences()).containsExactly(Standing.STAFF_HERE, Standing.STAFF_BESIDE);
    }

    @Test
    void a_field_more_is_noticed_whoever_else_may_have_it() {
        answered(head(), "{\"id\":\"1\",\"note\":\"\"}");

        assertThat(judge.differences()).singleElement().asString().contains("[note]");
    }

    @Test
    void a_planted_text_is_noticed_in_an_answer_and_in_a_refusal() {
        answered(head(), "{\"id\":\"ghi chú\"}");
        refused(
                somebody(Role.CASE_OFFICER, "other-ward", null),
                "{\"status\":403,\"code\":\"FORBIDDEN\",\"detail\":\"ghi chú\"}");

        assertThat(judge.differences())
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference).contains("reads the inside"));
    }

    @Test
    void whoever_is_to_read_it_and_does_not_is_noticed() {
        answered(officer(), "{\"id\":\"1\"}");

        assertThat(judge.differences()).singleElement().asString().contains("does not read the inside");
        assertThat(judge.untold()).containsExactly("nobody reads the inside");
    }

    @Test
    void whoever_is_let_in_by_a_delegation_that_is_over_is_noticed() {
        answered(
                somebody(Role.CASE_OFFICER, "ward", Standing.DELEGATE_TOO_LATE), "{\"id\":\"1\",\"note\":\"ghi chú\"}");

        assertThat(judge.differences())
                .anySatisfy(difference -> assertThat(difference).contains("may not (403), and got 200"));
    }

    @Test
    void a_refusal_in_other_words_is_noticed() {
        refused(somebody(Role.CASE_OFFICER, "other-ward", null), REFUSAL);
        refused(
                somebody(Role.CASE_OFFICER, "far-ward", null),
                "{\"status\":403,\"code\":\"FORBIDDEN\",\"detail\":\"hồ sơ khác\"}");

        assertThat(judge.differences()).singleElement().asString().contains("is refused with");
    }

    @Test
    void what_is_written_and_never_came_is_noticed() {
        answered(officer(), "{\"id\":\"1\",\"note\":\"ghi chú\"}");

        assertThat(bodies.missing())
                .containsExactly("GET /api/v1/things is never shown to staff-here", "GET /api/v1/things never has id");
    }

    private void answered(Caller caller, String json) {
        judge.check(ROW, caller, THING, ROW.allows(caller, THING, world), new Answer(200, "application/json", json));
    }

    private void refused(Caller caller, String json) {
        judge.check(ROW, caller, THING, false, new Answer(403, "application/problem+json", json));
    }

    private static Caller officer() {
        return somebody(Role.CASE_OFFICER, "ward", null);
    }

    private static Caller head() {
        return somebody(Role.HEAD_OF_UNIT, "ward", null);
    }

    private static Caller somebody(Role role, String agency, @Nullable Standing lapsed) {
        return new Caller(
                role + " of " + agency,
                Callers.STRANGER,
                Set.of(role),
                agency,
                "token",
                true,
                lapsed == null ? null : "delegation",
                lapsed);
    }
}
