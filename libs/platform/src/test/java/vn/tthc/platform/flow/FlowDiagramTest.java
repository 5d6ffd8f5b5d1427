package vn.tthc.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.platform.flow.FlowDiagram.Node;

class FlowDiagramTest {

    private static Node node(String id, boolean optional, @Nullable ResultKind when, String... back) {
        return new Node(id, "Bước " + id, "Xã", Role.CASE_OFFICER, 120, optional, List.of(back), when);
    }

    @Test
    void steps_follow_each_other_and_optional_ones_can_be_passed_over() {
        String picture =
                FlowDiagram.of(List.of(node("a", false, null), node("b", true, null), node("c", false, null, "a")));

        assertThat(picture)
                .startsWith("flowchart TD\n")
                .contains("s0[\"Bước a<br/>Xã<br/>CASE_OFFICER, 2 h\"]")
                .contains("s1([\"Bước b")
                .contains("s0 --> s1")
                .contains("s0 -.-> s2")
                .contains("s1 --> s2")
                .contains("s2 -. trả lại .-> s0");
    }

    @Test
    void each_kind_of_decision_has_its_way() {
        String picture = FlowDiagram.of(List.of(
                node("a", false, null),
                node("no", false, ResultKind.REFUSED),
                node("yes", false, ResultKind.GRANTED),
                node("end", false, null)));

        assertThat(picture)
                .contains("s0 -. REFUSED .-> s1")
                .contains("s0 -. GRANTED .-> s2")
                .contains("s1 --> s3")
                .contains("s2 --> s3")
                .doesNotContain("s1 --> s2")
                .doesNotContain("s0 --> s3");
    }

    @Test
    void what_is_done_and_where_it_stands_is_marked() {
        String picture = FlowDiagram.of(List.of(node("a", false, null), node("b", false, null)), Set.of("a"), "b");

        assertThat(picture).contains("style s0 stroke-dasharray").contains("style s1 stroke-width");
    }

    @Test
    void no_name_breaks_out_of_its_quotes() {
        Node evil = new Node("a", "x\"] --> y[\"<b>", "Xã", Role.CASE_OFFICER, 90, false, List.of(), null);

        assertThat(FlowDiagram.of(List.of(evil))).contains("s0[\"x] -- y[b<br/>Xã<br/>CASE_OFFICER, 90 min\"]");
    }
}
