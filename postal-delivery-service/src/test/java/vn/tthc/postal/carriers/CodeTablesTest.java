package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.postal.carriers.CodeTables.Effect;
import vn.tthc.postal.carriers.CodeTables.Legal;
import vn.tthc.postal.carriers.CodeTables.Nothing;
import vn.tthc.postal.carriers.CodeTables.Person;
import vn.tthc.postal.carriers.CodeTables.Row;
import vn.tthc.postal.carriers.CodeTables.Scanned;

class CodeTablesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final CodeTables shipped = new CodeTables();

    @ParameterizedTest
    @CsvSource({
        "EMSEVT, EMA, ACCEPTED",
        "EMSEVT, EMG, AT_DELIVERY_OFFICE",
        "EMSEVT, EMH, ATTEMPT_FAILED",
        "EMSEVT, EMI, DELIVERED",
        "VNPOST, 5, DELIVERED",
        "VNPOST, 7, RETURNING",
        "VNPOST, 9, RETURNED",
        "EMSVN, 5, AT_DELIVERY_OFFICE",
        "EMSVN, 13, RETURNED",
    })
    void a_code_is_a_scan(String table, String code, ScanKind kind) {
        assertThat(shipped.code(table, code, NOW)).contains(new Scanned(kind));
    }

    @Test
    void the_same_digit_means_another_thing_with_another_carrier() {
        assertThat(shipped.code("VNPOST", "3", NOW)).contains(new Scanned(ScanKind.AT_DELIVERY_OFFICE));
        assertThat(shipped.code("EMSVN", "3", NOW)).contains(new Scanned(ScanKind.ACCEPTED));
    }

    @Test
    void what_has_nothing_to_record_or_needs_a_person_says_so_and_what_nobody_knows_is_empty() {
        assertThat(shipped.code("VNPOST", "6", NOW)).contains(new Nothing());
        assertThat(shipped.code("EMSVN", "12", NOW)).contains(new Person());
        assertThat(shipped.code("VNPOST", "99", NOW)).isEmpty();
        assertThat(shipped.code("NOBODY", "1", NOW)).isEmpty();
    }

    @Test
    void a_reason_falls_beneath_one_of_the_five_of_the_law_or_before_a_person() {
        assertThat(shipped.reason("VNPOST", "TU_CHOI", NOW)).contains(new Legal(FailureReason.REFUSED));
        assertThat(shipped.reason("VNPOST", "HEN_LAI", NOW)).contains(new Person());
        assertThat(shipped.reason("VNPOST", null, NOW)).isEmpty();
        assertThat(shipped.reason("EMSEVT", "X12-641:A03", NOW)).contains(new Legal(FailureReason.WRONG_ADDRESS));
    }

    @Test
    void an_event_is_read_by_the_table_of_the_day_it_happened() {
        Row<Effect> first = new Row<>("T", LocalDate.of(2026, 1, 1), "1", new Scanned(ScanKind.ACCEPTED));
        Row<Effect> second = new Row<>("T", LocalDate.of(2026, 3, 2), "1", new Scanned(ScanKind.IN_TRANSIT));
        CodeTables tables = new CodeTables(List.of(second, first), List.of());

        assertThat(tables.code("T", "1", Instant.parse("2026-03-01T16:59:59Z"))).contains(first.means());
        assertThat(tables.code("T", "1", Instant.parse("2026-03-01T17:00:00Z"))).contains(second.means());
        assertThat(tables.code("T", "1", Instant.parse("2025-12-31T16:59:59Z"))).isEmpty();
        assertThatThrownBy(() -> new CodeTables(List.of(first, first), List.of()))
                .hasMessageContaining("twice");
    }
}
