package vn.tthc.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.web.Problem;

class TurnsTest {
    private static final Instant AT = Instant.parse("2026-02-13T03:00:00Z");
    private static final Form FORM = new Form(
            FormKind.RECEIPT,
            Edition.TT_03_2025,
            1,
            "0190f3b2-0000-7000-8000-000000000001",
            3,
            AT,
            new Form.Head("Phường Xuân Hương - Đà Lạt", null, null, null, AT),
            List.of(),
            null,
            List.of(),
            List.of(),
            null);

    private final Turns one = new Turns(1, Duration.ofMillis(1));

    @Test
    void no_page_is_drawn_while_as_many_are_being_drawn_as_may_be() {
        assertThatThrownBy(() -> one.take(() -> FormPdf.draw(FORM, one)))
                .isInstanceOf(Problem.class)
                .hasMessage("OVERLOADED");
        assertThat(FormPdf.draw(FORM, one)).as("the turn was given back").isNotEmpty();
    }

    @Test
    void a_drawing_that_fails_gives_its_turn_back() {
        assertThatThrownBy(() -> one.take(() -> {
                    throw new IllegalStateException("no font");
                }))
                .hasMessage("no font");
        assertThat(one.take(() -> "drawn")).isEqualTo("drawn");
    }
}
