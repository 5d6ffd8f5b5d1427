package vn.tthc.intake.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.IntakeProperties.OldCodes;
import vn.tthc.intake.dossier.Now;
import vn.tthc.law.Level;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteSequences;
import vn.tthc.platform.web.Problem;

class DossierCodesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Agency WARD = agency("24781@2025-07-01", "101");

    @TempDir
    Path folder;

    private SqliteDatabase database;
    private SqliteSequences sequences;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("intake.db"), 10_000);
        sequences = new SqliteSequences(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Agency agency(String id, String number) {
        return new Agency(id, id, number, Level.XA, null, "UNIT", "Phường", "Ward", null, null, "NORMAL", List.of());
    }

    private DossierCodes codes(int mostAside, OldCodes... old) {
        IntakeProperties properties = new IntakeProperties(
                "68@2025-07-01",
                URI.create("http://127.0.0.1/"),
                List.of(old),
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                mostAside);
        return new DossierCodes(
                sequences,
                new CodeShapes(properties),
                (stream, command, context) -> {
                    throw new AssertionError("no command is sent");
                },
                new Now(InstantSource.system()),
                properties);
    }

    private static Problem refused(DossierCodes codes, int count) {
        Problem problem = catchThrowableOfType(Problem.class, () -> codes.aside(WARD, DAY, count));
        assertThat(problem).isNotNull();
        return problem;
    }

    @Test
    void after_codes_to_set_aside_were_refused_the_last_codes_of_the_day_are_still_given() {
        DossierCodes codes = codes(20_000, new OldCodes(WARD.id(), "000.17.22", null, null));
        codes.aside(WARD, DAY, 9_998);

        assertThat(refused(codes, 2).code()).hasToString("CODES_USED_UP");
        assertThat(codes.next(WARD, DAY)).isEqualTo("000.17.22.H36-260302-9999");
    }

    @Test
    void a_unit_that_moves_to_another_agency_goes_on_where_it_was() {
        codes(20, new OldCodes(WARD.id(), "000.17.22", null, null)).aside(WARD, DAY, 20);
        Agency other = agency("22918@2025-07-01", "102");
        DossierCodes moved = codes(20, new OldCodes(other.id(), "000.17.22", null, null));

        assertThat(moved.next(other, DAY)).isEqualTo("000.17.22.H36-260302-0021");
        assertThat(moved.next(WARD, DAY)).isEqualTo("H36.101-20260302-0000001");
    }

    @Test
    void a_day_that_was_counted_by_agency_does_not_begin_anew() {
        sequences.take("dossier-code/" + WARD.id() + "/" + DAY, 7);
        DossierCodes codes = codes(20);

        assertThat(codes.next(WARD, DAY)).isEqualTo("H36.101-20260302-0000008");
        assertThat(codes.next(WARD, DAY)).isEqualTo("H36.101-20260302-0000009");
    }

    @Test
    void no_more_codes_are_set_aside_for_a_day_than_are_allowed() {
        DossierCodes codes = codes(5);
        assertThat(codes.aside(WARD, DAY, 3)).hasSize(3);

        assertThat(refused(codes, 3).errors().getFirst().field()).isEqualTo("count");
        assertThat(codes.aside(WARD, DAY, 2)).containsExactly("H36.101-20260302-0000004", "H36.101-20260302-0000005");
        assertThat(codes.aside(WARD, DAY.plusDays(1), 5)).hasSize(5);
        assertThat(codes.next(WARD, DAY)).isEqualTo("H36.101-20260302-0000006");
    }
}
