package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Role;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

class ReadLogTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    private SqliteDatabase database;
    private ReadLog log;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("a.db"), 1_000);
        log = new ReadLog(new SqliteDocuments(database), Duration.ofDays(30));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Reading reading(int minute, String actor, @Nullable String dossier) {
        return new Reading(
                START.plus(Duration.ofMinutes(minute)),
                actor,
                Set.of(Role.CASE_OFFICER),
                "H36.01@2025-07-01",
                null,
                dossier,
                List.of("applicant.phone"),
                ReadPurpose.CONTACT,
                "12/GM",
                null);
    }

    @Test
    void readingsAreFoundByDossierByAccountAndByTimeNewestFirst() {
        Reading first = reading(1, "an", "d1");
        Reading second = reading(2, "binh", "d1");
        Reading third = reading(3, "an", "d2");
        Reading search = reading(4, "an", null);
        List.of(first, second, third, search).forEach(log::record);

        assertThat(log.page("d1", null, null, null, null, 10).readings()).containsExactly(second, first);
        assertThat(log.page(null, "an", null, null, null, 10).readings()).containsExactly(search, third, first);
        assertThat(log.page(null, null, second.at(), search.at(), null, 10).readings())
                .containsExactly(third, second);
        ReadLog.Readings page = log.page(null, null, null, null, null, 3);
        assertThat(page.readings()).containsExactly(search, third, second);
        assertThat(log.page(null, null, null, null, page.next(), 3).readings()).containsExactly(first);
    }

    @Test
    void whatCannotBeRecordedIsSaidSoThatNothingIsShown() {
        database.close();

        assertThatThrownBy(() -> log.record(reading(1, "an", "d1"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whatIsOlderThanItIsKeptForGoesInTime() {
        log.record(reading(0, "an", "old"));
        int later = (int) Duration.ofDays(31).toMinutes();
        for (int i = 0; i < 60; i++) {
            log.record(reading(later + i, "an", "new"));
        }

        assertThat(log.page("old", null, null, null, null, 10).readings()).isEmpty();
        assertThat(log.page("new", null, null, null, null, 100).readings()).hasSize(60);
    }
}
