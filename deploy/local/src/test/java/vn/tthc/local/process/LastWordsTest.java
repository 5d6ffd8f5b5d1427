package vn.tthc.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    @TempDir
    Path folder;

    @Test
    void theInnermostCauseSaysMost() {
        assertThat(LastWords.of(List.of(
                        "2026 INFO starting",
                        "2026 ERROR o.s.b.SpringApplication Application run failed",
                        "org.x.BeanCreationException: cannot make bean",
                        "\tat a.b.c(D.java:1)",
                        "Caused by: vn.tthc.Other: outer",
                        "\t... 3 more",
                        "Caused by: vn.tthc.StoreUnavailable: The data file intake.db is broken.",
                        "\tat a.b.c(D.java:1)")))
                .isEqualTo("The data file intake.db is broken.");
    }

    @Test
    void whatALibraryAddsBelowOurOwnSentenceIsLeftOut() {
        assertThat(LastWords.of(List.of(
                        "Caused by: org.springframework.beans.BeanInstantiationException: Failed to instantiate",
                        "Caused by: vn.tthc.platform.sqlite.StoreUnavailable: The data file x.db cannot be opened.",
                        "Caused by: org.sqlite.SQLiteException: [SQLITE_NOTADB] File is not a database")))
                .isEqualTo("The data file x.db cannot be opened.");
    }

    @Test
    void aMessageOfOneWordComesWithItsException() {
        assertThat(LastWords.of(List.of("Caused by: java.lang.ClassNotFoundException: vn.tthc.Gone")))
                .isEqualTo("ClassNotFoundException vn.tthc.Gone");
    }

    @Test
    void withoutACauseTheLastErrorCounts() {
        assertThat(LastWords.of(List.of("x ERROR first", "x ERROR the disk is full", "x INFO bye")))
                .isEqualTo("the disk is full");
    }

    @Test
    void withoutAnErrorTheLastLineCounts() {
        assertThat(LastWords.of(List.of("one", "Unrecognized VM option", "", "\tat x.y(Z.java)")))
                .isEqualTo("Unrecognized VM option");
        assertThat(LastWords.of(List.of())).isEqualTo("it said nothing");
    }

    @Test
    void whatWasSaidBeforeThisStartDoesNotCount() throws Exception {
        Path log = Files.writeString(folder.resolve("x.log"), "ERROR old\n");
        long from = Files.size(log);
        Files.writeString(log, "ERROR old\nERROR new\n");

        assertThat(LastWords.in(log, from)).isEqualTo("new");
    }
}
