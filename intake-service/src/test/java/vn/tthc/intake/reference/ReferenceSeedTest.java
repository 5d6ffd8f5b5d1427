package vn.tthc.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.clock.Calendars;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

class ReferenceSeedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path folder;

    private SqliteDatabase database;
    private EventLog log;
    private ReferenceFiles files;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("intake.db"), 10_000);
        log = new SqliteEventLog(database, InstantSource.system(), new EventJson());
        files = ReferenceFiles.read("classpath:reference");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<ReferenceEvent> seed(ReferenceFiles told) {
        return new ReferenceSeed(new ReferenceStreams(log, new EventJson())).seed(told, Calendars.byDefault(), NOW);
    }

    private long commits() {
        return log.heads(null, "", 1000).stream().mapToLong(StreamHead::version).sum();
    }

    @Test
    void everythingToldIsPublishedOnceAndAgainNothing() {
        int told = files.agencies().size() + files.procedures().size() + 1;

        assertThat(seed(files)).hasSize(told);
        assertThat(commits()).isEqualTo(told);

        assertThat(seed(files)).hasSize(told);
        assertThat(commits()).isEqualTo(told);
    }

    @Test
    void onlyWhatChangedIsPublishedAnew() {
        seed(files);
        long before = commits();
        Agency changed = renamed(files.agencies().getFirst());
        List<Agency> agencies = new ArrayList<>(files.agencies());
        agencies.set(0, changed);

        List<ReferenceEvent> events = seed(new ReferenceFiles(agencies, files.procedures()));

        assertThat(commits()).isEqualTo(before + 1);
        assertThat(Catalogue.of(events).agency(changed.id())).contains(changed);
        assertThat(log.head("agency-" + changed.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void whatWasPublishedAndTakenBackIsPublishedAThirdTime() {
        Agency first = files.agencies().getFirst();
        seed(files);
        List<Agency> agencies = new ArrayList<>(files.agencies());
        agencies.set(0, renamed(first));
        seed(new ReferenceFiles(agencies, files.procedures()));

        List<ReferenceEvent> events = seed(files);

        assertThat(log.head("agency-" + first.id()).orElseThrow().version()).isEqualTo(3);
        assertThat(Catalogue.of(events).agency(first.id())).contains(first);
    }

    @Test
    void definitionsThatMakeNoSenseAreRefusedAndNothingIsPublished() {
        Procedure twice = files.procedures().getFirst();
        List<Procedure> procedures = new ArrayList<>(files.procedures());
        procedures.add(twice);

        assertThatThrownBy(() -> seed(new ReferenceFiles(files.agencies(), procedures)))
                .isInstanceOf(InvalidReference.class)
                .hasMessageContaining(twice.pin());
        assertThat(commits()).isZero();
    }

    private static Agency renamed(Agency agency) {
        return new Agency(
                agency.id(),
                agency.code(),
                agency.number(),
                agency.level(),
                agency.parent(),
                agency.kind(),
                agency.name() + " (đổi tên)",
                agency.nameEn(),
                agency.validFrom(),
                agency.validTo(),
                agency.area(),
                agency.successors());
    }
}
