package vn.tthc.intake.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.IntakeProperties.OldCodes;

class CodeShapesTest {
    private static final String WARD = "24781@2025-07-01";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static CodeShapes shapes(OldCodes... old) {
        return new CodeShapes(new IntakeProperties(
                "68@2025-07-01",
                URI.create("http://127.0.0.1/"),
                List.of(old),
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                2_000));
    }

    @Test
    void an_agency_gives_codes_of_the_old_shape_from_the_first_day_to_the_last() {
        CodeShapes shapes = shapes(new OldCodes(WARD, "000.17.22", FIRST, LAST));

        assertThat(shapes.of(WARD, 101, FIRST).code(1)).isEqualTo("000.17.22.H36-260101-0001");
        assertThat(shapes.of(WARD, 101, LAST).most()).isEqualTo(9_999);
        assertThat(shapes.of(WARD, 101, LAST.plusDays(1)).code(1)).isEqualTo("H36.101-20260701-0000001");
        assertThat(shapes.of(WARD, 101, FIRST.minusDays(1)).code(1)).isEqualTo("H36.101-20251231-0000001");
        assertThat(shapes.of("22918@2025-07-01", 102, FIRST).code(1)).isEqualTo("H36.102-20260101-0000001");
    }

    @Test
    void no_two_agencies_write_the_same_codes() {
        OldCodes first = new OldCodes(WARD, "000.17.22", FIRST, LAST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shapes(first, new OldCodes("22918@2025-07-01", "000.17.22", LAST, null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shapes(first, new OldCodes(WARD, "000.17.23", null, null)));
        assertThatIllegalArgumentException().isThrownBy(() -> shapes(new OldCodes(WARD, "17.22", null, null)));
        assertThat(shapes(first, new OldCodes("22918@2025-07-01", "000.17.22", LAST.plusDays(1), null))
                        .of("22918@2025-07-01", 102, LAST.plusDays(1))
                        .code(1))
                .isEqualTo("000.17.22.H36-260701-0001");
    }
}
