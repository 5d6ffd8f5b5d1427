package vn.tthc.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.person.MasterKeys;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

/** What is swept and, above all, what is not. */
class BlobSweepTest {
    private static final Duration AGE = Duration.ofDays(7);
    private static final Duration RUNS_OF_A_PASS = Duration.ofMinutes(8);
    private static final int ROUNDS = 40;
    private static final String AN = "person-an";
    private static final String BINH = "person-binh";

    @TempDir
    Path folder;

    private final Set<String> erased = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private @Nullable SqliteDatabase database;
    private DocumentStore documents;
    private BlobMarks marks;
    private SealedBlobs blobs;
    private BlobSweep sweep;
    private Instant time = Instant.now();
    private Optional<Instant> whole = Optional.empty();
    private boolean follows = true;

    @BeforeEach
    void open() {
        documents = store();
        documents.declare(new BlobNames(new NamedFiles.Naming()).collections());
        marks = new BlobMarks(documents);
        MasterKeys master = new MasterKeys(
                KeyFile.read("test", KeyFiles.write(folder, KeyFiles.line(1)).toString()));
        blobs = new SealedBlobs(
                shelf(),
                marks,
                master,
                new BlobSettings(DataSize.ofMegabytes(1), 4, Duration.ofMinutes(1), DataSize.ofBytes(0)),
                System::nanoTime);
        sweep = sweep(shelf());
    }

    DocumentStore store() {
        database = SqliteDatabase.open(folder.resolve("intake.db"), 10_000);
        return new SqliteDocuments(database);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private Shelf shelf() {
        return new FileShelf(folder.resolve("blobs"), Instant.MIN);
    }

    private BlobSweep sweep(Shelf shelf) {
        return new BlobSweep(
                shelf,
                marks,
                documents,
                erased::contains,
                List.of(held::contains),
                () -> follows ? Optional.of(time) : whole,
                AGE,
                () -> time);
    }

    private String sent(String text) throws IOException {
        byte[] content = ("________" + text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.arraycopy(HexFormat.of().parseHex("89504e470d0a1a0a"), 0, content, 0, 8);
        return blobs.put(BlobKind.PNG, new ByteArrayInputStream(content)).hash();
    }

    private String sentLongAgo(String text) throws IOException {
        String hash = sent(text);
        Files.setLastModifiedTime(
                folder.resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash),
                FileTime.from(time.minus(AGE).minusSeconds(1)));
        return hash;
    }

    private void named(String hash, String stream, String... persons) {
        NamedFiles.apply(documents, hash, stream, persons);
    }

    /** So many runs that every row was looked at. */
    private void pass() throws IOException {
        for (int i = 0; i < RUNS_OF_A_PASS.toMinutes(); i++) {
            sweep.run();
        }
    }

    /** A pass, the hour a mark stands, and the run that removes. */
    private BlobSweep.Run passAndHour() throws IOException {
        pass();
        time = time.plus(BlobSweep.GRACE);
        return sweep.run();
    }

    private boolean isThere(String hash) {
        return blobs.find(hash).isPresent();
    }

    @Test
    void what_nobody_names_goes_and_what_is_named_or_held_or_young_stays() throws Exception {
        String unnamed = sentLongAgo("unnamed");
        String named = sentLongAgo("named");
        String drafted = sentLongAgo("drafted");
        String young = sent("young");
        named(named, "dossier-1", AN);
        held.add(drafted);

        BlobSweep.Run run = passAndHour();

        assertThat(run).isEqualTo(new BlobSweep.Run(false, 1, 0, 0));
        assertThat(isThere(unnamed)).isFalse();
        assertThat(List.of(isThere(named), isThere(drafted), isThere(young))).containsOnly(true);
    }

    @Test
    void a_mark_alone_removes_nothing_before_its_hour_is_over() throws Exception {
        String hash = sentLongAgo("unnamed");
        pass();
        time = time.plus(BlobSweep.GRACE).minusMillis(1);
        assertThat(sweep.run().marked()).isEqualTo(1);
        assertThat(isThere(hash)).isTrue();
        time = time.plusMillis(1);
        assertThat(sweep.run().unnamed()).isEqualTo(1);
        assertThat(isThere(hash)).isFalse();
    }

    @Test
    void nothing_is_marked_or_removed_while_the_view_of_names_is_behind_or_unknown() throws Exception {
        String hash = sentLongAgo("unnamed");
        follows = false;
        for (Optional<Instant> behind : List.of(Optional.<Instant>empty(), Optional.of(time.minusSeconds(3_600)))) {
            whole = behind;
            assertThat(passAndHour().rested()).isTrue();
            assertThat(marks.count()).isZero();
        }

        follows = true;
        pass();
        follows = false;
        // It has come nearly as far as a command that was claimed right before the mark may be recorded, and no
        // further.
        whole = Optional.of(time.plus(BlobSweep.GRACE).minusMillis(1));
        time = time.plus(BlobSweep.GRACE).plusSeconds(60);
        assertThat(sweep.run()).isEqualTo(new BlobSweep.Run(false, 0, 0, 1));
        assertThat(isThere(hash)).isTrue();
    }

    @Test
    void a_command_that_claimed_before_the_mark_and_is_recorded_after_it_keeps_its_file() throws Exception {
        String hash = sentLongAgo("late");
        assertThat(blobs.claim(hash)).isTrue();
        pass();
        assertThat(marks.count()).isEqualTo(1);
        named(hash, "dossier-1", AN);

        assertThat(passAndHour().unnamed()).isZero();

        assertThat(isThere(hash)).isTrue();
        assertThat(marks.count()).isZero();
    }

    @Test
    void a_claim_takes_the_mark_off_and_the_hour_begins_anew() throws Exception {
        String hash = sentLongAgo("old");
        pass();
        time = time.plus(BlobSweep.GRACE);
        assertThat(blobs.claim(hash)).isTrue();

        assertThat(sweep.run().unnamed()).isZero();
        pass();
        time = time.plus(BlobSweep.GRACE).minusMillis(1);
        sweep.run();
        assertThat(isThere(hash)).isTrue();
    }

    /** Of a claim and a removal one comes first: never is a claim answered with yes whose file goes. */
    @Test
    void a_claim_while_the_file_is_being_removed_is_told_that_it_is_not_there() throws Exception {
        String hash = sentLongAgo("old");
        Shelf claiming = new Claiming(shelf(), () -> {
            assertThat(blobs.claim(hash)).isFalse();
            assertThatThrownBy(() -> sent("old")).isInstanceOf(BlobsUnavailable.class);
        });
        sweep = sweep(claiming);
        assertThat(passAndHour().unnamed()).isEqualTo(1);
        assertThat(isThere(hash)).isFalse();
        assertThat(blobs.claim(hash)).isFalse();
        assertThat(sent("old")).isEqualTo(hash);
        assertThat(blobs.claim(hash)).isTrue();
    }

    @Test
    void of_claims_and_removals_that_collide_no_claim_is_broken() throws Exception {
        int claimed = 0;
        int removed = 0;
        try (ExecutorService hands = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                String hash = sentLongAgo("round " + round);
                marks.mark(hash, BlobMarks.Why.OLD, time.minus(BlobSweep.GRACE));
                CyclicBarrier start = new CyclicBarrier(3);
                Future<Boolean> claim = hands.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return blobs.claim(hash);
                });
                List<Future<BlobSweep.Run>> sweeps =
                        List.of(hands.submit(() -> swept(start)), hands.submit(() -> swept(start)));
                int went = 0;
                for (Future<BlobSweep.Run> one : sweeps) {
                    went += one.get(30, TimeUnit.SECONDS).unnamed();
                }
                boolean mine = claim.get(30, TimeUnit.SECONDS);
                assertThat(went).isLessThanOrEqualTo(1);
                assertThat(isThere(hash)).isEqualTo(went == 0);
                assertThat(mine && went > 0)
                        .as("a claim that was granted and whose file went")
                        .isFalse();
                claimed += mine ? 1 : 0;
                removed += went;
                named(hash, "dossier-1");
            }
        }
        assertThat(claimed + removed).isEqualTo(ROUNDS);
    }

    /** As another process does, which has a sweep of its own. */
    private BlobSweep.Run swept(CyclicBarrier start) throws Exception {
        BlobSweep own = sweep(shelf());
        start.await(10, TimeUnit.SECONDS);
        return own.run();
    }

    @Test
    void the_same_content_sent_again_is_young_again() throws Exception {
        String hash = sentLongAgo("again");
        pass();
        assertThat(sent("again")).isEqualTo(hash);
        assertThat(marks.count()).isZero();

        // Listed before it came again, marked after it.
        marks.mark(hash, BlobMarks.Why.OLD, time);
        passAndHour();

        assertThat(isThere(hash)).isTrue();
        assertThat(marks.count()).isZero();
    }

    @Test
    void a_removal_that_a_crash_cut_off_is_finished_by_whoever_comes_next() throws Exception {
        String hash = sentLongAgo("crash");
        sweep = sweep(new Claiming(shelf(), () -> {
            throw new IOException("the plug was pulled");
        }));
        pass();
        time = time.plus(BlobSweep.GRACE);
        assertThatThrownBy(() -> sweep.run()).isInstanceOf(IOException.class);
        sweep = sweep(shelf());
        sweep.run();
        assertThat(isThere(hash)).as("another may be at work on it").isTrue();

        time = time.plus(Duration.ofMinutes(10));
        sweep.run();

        assertThat(isThere(hash)).isFalse();
        assertThat(sent("crash")).isEqualTo(hash);
    }

    @Test
    void of_an_erased_person_goes_what_is_about_nobody_else() throws Exception {
        String own = sent("own");
        String shared = sent("shared");
        String ofNobody = sent("of nobody");
        named(own, "dossier-1", AN);
        named(own, "dossier-2", AN);
        named(shared, "dossier-1", AN);
        named(shared, "dossier-3", AN, BINH);
        named(ofNobody, "dossier-1");
        BlobTraces traces = new BlobTraces(documents, marks, new Erased(erased), () -> time);

        erased.add(AN);
        time = time.plusSeconds(60);
        traces.drop(AN);
        traces.drop(AN);

        assertThat(marks.count()).isEqualTo(1);
        time = time.plus(BlobSweep.GRACE);
        assertThat(sweep.run()).isEqualTo(new BlobSweep.Run(false, 0, 1, 0));
        assertThat(isThere(own)).isFalse();
        assertThat(isThere(shared)).isTrue();
        assertThat(isThere(ofNobody)).isTrue();

        erased.add(BINH);
        traces.drop(BINH);
        time = time.plus(BlobSweep.GRACE);
        sweep.run();
        assertThat(isThere(shared)).isFalse();
        assertThat(isThere(ofNobody)).isTrue();
    }

    @Test
    void what_another_person_files_in_the_hour_after_an_erasure_stays() throws Exception {
        String hash = sent("both");
        named(hash, "dossier-1", AN);
        assertThat(blobs.claim(hash)).isTrue();
        erased.add(AN);
        time = time.plusSeconds(60);
        new BlobTraces(documents, marks, new Erased(erased), () -> time).drop(AN);
        named(hash, "dossier-2", BINH);

        time = time.plus(BlobSweep.GRACE);
        assertThat(sweep.run().erasures()).isZero();

        assertThat(isThere(hash)).isTrue();
    }

    /** As after a restore, or where a scan told of a person late. */
    @Test
    void what_came_back_of_an_erased_person_goes_when_it_is_old() throws Exception {
        String old = sentLongAgo("old");
        String young = sent("young");
        named(old, "dossier-1", AN);
        named(young, "dossier-1", AN);
        erased.add(AN);

        assertThat(passAndHour().erasures()).isEqualTo(1);

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(young)).isTrue();
    }

    @Test
    void the_figures_say_what_went_what_waits_and_whether_it_rests() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        BlobSweepLoop loop = new BlobSweepLoop(
                sweep, new BlobSweepSettings(true, AGE, Duration.ofMinutes(10)), Duties.ofOneProcess(), registry);
        sentLongAgo("unnamed");
        follows = false;
        loop.look();
        assertThat(registry.get("tthc.blobs.sweep.resting").gauge().value()).isEqualTo(1);
        follows = true;
        for (int i = 0; i < RUNS_OF_A_PASS.toMinutes(); i++) {
            loop.look();
        }
        assertThat(registry.get("tthc.blobs.sweep.resting").gauge().value()).isZero();
        assertThat(registry.get("tthc.blobs.marked").gauge().value()).isEqualTo(1);
        time = time.plus(BlobSweep.GRACE);
        loop.look();
        assertThat(registry.get("tthc.blobs.marked").gauge().value()).isZero();
        assertThat(registry.get("tthc.blobs.swept")
                        .tag("why", "unnamed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("tthc.blobs.sweep.failures").counter().count()).isZero();
    }
}
