package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.reference.PostalPoints;

class CarrierChoiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String NEAR = "24781@2025-07-01";
    private static final String ELSEWHERE = "00004@2025-07-01";

    @TempDir
    Path folder;

    /** The points that ship: NEAR is one of their units. */
    static PostalPoints points() {
        try {
            return BeanUtils.instantiateClass(PostalPoints.class.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    static List<CarrierChoice.Row> rows(String... lines) {
        return Arrays.stream(lines)
                .map(line -> CarrierChoice.row(List.of(line.split(",", -1))))
                .toList();
    }

    private static CarrierChoice of(String... lines) {
        return new CarrierChoice(rows(lines), points());
    }

    private CarrierChoice file(String... lines) throws IOException {
        Path file = folder.resolve("choice.csv");
        Files.write(file, List.of(lines));
        return new CarrierChoice(
                new CarrierSettings(
                        List.of(),
                        Map.of(),
                        file.toString(),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(1),
                        12,
                        3,
                        Duration.ofHours(8),
                        30),
                points());
    }

    private static @Nullable String first(CarrierChoice choice, LocalDate day, @Nullable String unit, Purpose purpose) {
        return choice.on(day, unit, purpose).stream().findFirst().orElse(null);
    }

    @Test
    void the_commune_comes_before_the_province_the_province_before_everywhere_then_what_is_carried() {
        CarrierChoice choice = of(
                "2026-01-01,*,*,a,unsourced",
                "2026-01-01,*,RECEIPT_SLIP,b,unsourced",
                "2026-01-01,WITHIN_PROVINCE,*,c,unsourced",
                "2026-01-01," + NEAR + ",RESULT,d,unsourced");

        assertThat(first(choice, DAY, null, Purpose.RESULT)).isEqualTo("a");
        assertThat(first(choice, DAY, ELSEWHERE, Purpose.RECEIPT_SLIP)).isEqualTo("b");
        assertThat(first(choice, DAY, NEAR, Purpose.RECEIPT_SLIP)).isEqualTo("c");
        assertThat(first(choice, DAY, NEAR, Purpose.RESULT)).isEqualTo("d");
    }

    @Test
    void a_row_holds_from_its_day_until_a_later_one_for_the_same() {
        CarrierChoice choice =
                of("2026-03-02,*,*,b,unsourced", "2026-01-01,*,*,a,unsourced", "2026-03-03,*,*,-,unsourced");

        assertThat(first(choice, LocalDate.of(2025, 12, 31), null, Purpose.RESULT))
                .isNull();
        assertThat(first(choice, DAY.minusDays(1), null, Purpose.RESULT)).isEqualTo("a");
        assertThat(first(choice, DAY, null, Purpose.RESULT)).isEqualTo("b");
        assertThat(first(choice, DAY.plusDays(1), null, Purpose.RESULT)).isNull();
    }

    @Test
    void what_is_over_may_name_who_is_gone_and_what_will_be_may_not() {
        CarrierChoice choice =
                of("2026-01-01,*,*,a,unsourced", "2026-03-01,*,*,b,unsourced", "2026-06-01,*,*,c,unsourced");
        Set<String> known = Set.of("a", "b", "c");

        choice.check(DAY, known, Set.of("b", "c"));
        choice.check(DAY, known, Set.of());
        assertThatThrownBy(() -> choice.check(DAY, known, Set.of("b"))).hasMessageContaining("2026-06-01");
        assertThatThrownBy(() -> choice.check(DAY, known, Set.of("a", "c"))).hasMessageContaining("2026-03-01");
        assertThatThrownBy(() -> choice.check(DAY, Set.of("b", "c"), Set.of("b", "c")))
                .hasMessageContaining("does not know: a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01,*,*,a,unsourced",
                "2026-01-01,Phú Quý,*,a,unsourced",
                "2026-01-01,*,PARCEL,a,unsourced",
                "2026-01-01,*,INBOUND_DOSSIER,a,unsourced",
                "2026-01-01,*,*,A B,unsourced",
                "2026-01-01,*,*,,unsourced",
                "2026-01-01,*,*,a,",
                "2026-01-01,*,*,a"
            })
    void a_file_with_a_line_that_says_nothing_is_refused_by_its_number(String line) {
        assertThatThrownBy(() -> file("validFrom,to,purpose,carriers,source", "2026-01-01,*,*,a,unsourced", line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("choice.csv line 3");
    }

    @Test
    void an_installation_has_its_own_file_and_neither_none_nor_a_doubtful_one() throws IOException {
        assertThat(first(
                        file("validFrom,to,purpose,carriers,source", "2026-01-01,*,*,own,contract 1"),
                        DAY,
                        null,
                        Purpose.RESULT))
                .isEqualTo("own");
        assertThatThrownBy(() -> file("to,carriers")).hasMessageContaining("does not begin with");
        assertThatThrownBy(() -> of("2026-01-01,*,*,a,unsourced", "2026-01-01,*,*,b,unsourced"))
                .hasMessageContaining("twice");
    }
}
