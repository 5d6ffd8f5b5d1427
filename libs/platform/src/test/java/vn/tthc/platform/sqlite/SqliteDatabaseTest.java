package vn.tthc.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("test.db"), 10);
        database.write(c -> execute(c, "CREATE TABLE t (x INTEGER PRIMARY KEY, y BLOB)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int execute(java.sql.Connection connection, String sql) throws java.sql.SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    private long rows() {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM t");
                    ResultSet results = statement.executeQuery()) {
                results.next();
                return results.getLong(1);
            }
        });
    }

    @Test
    void a_piece_that_fails_takes_none_of_its_group_with_it() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Boolean> blocker = database.submit(c -> await(hold));
        CompletableFuture<Integer> good = database.submit(c -> execute(c, "INSERT INTO t (x) VALUES (1)"));
        CompletableFuture<Integer> bad = database.submit(c -> {
            execute(c, "INSERT INTO t (x) VALUES (2)");
            throw new IllegalStateException("on purpose");
        });
        CompletableFuture<Integer> alsoGood = database.submit(c -> execute(c, "INSERT INTO t (x) VALUES (3)"));
        hold.countDown();

        assertThat(blocker.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(good.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(alsoGood.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThatThrownBy(() -> bad.get(5, TimeUnit.SECONDS)).hasRootCauseMessage("on purpose");
        assertThat(rows()).isEqualTo(2);
    }

    private static final long NORMAL = 1;
    private static final long FULL = 2;

    private static long synchronous(java.sql.Connection connection) throws java.sql.SQLException {
        try (PreparedStatement statement = connection.prepareStatement("PRAGMA synchronous");
                ResultSet results = statement.executeQuery()) {
            results.next();
            return results.getLong(1);
        }
    }

    @Test
    void only_a_group_with_something_durable_in_it_waits_for_the_disk() throws Exception {
        assertThat(database.<Long>writeRepeatable(SqliteDatabaseTest::synchronous))
                .isEqualTo(NORMAL);
        assertThat(database.<Long>write(SqliteDatabaseTest::synchronous)).isEqualTo(FULL);
        assertThat(database.<Long>writeRepeatable(SqliteDatabaseTest::synchronous))
                .isEqualTo(NORMAL);

        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        CompletableFuture<Boolean> blocker = database.submit(c -> {
            writing.countDown();
            return await(hold);
        });
        // Else the others may be taken into its group, and then nothing waits.
        assertThat(await(writing)).isTrue();
        CompletableFuture<Long> repeatable =
                CompletableFuture.supplyAsync(() -> database.writeRepeatable(SqliteDatabaseTest::synchronous));
        CompletableFuture<Long> durable = database.submit(SqliteDatabaseTest::synchronous);
        Awaitility.await().until(() -> database.waiting() == 2);
        hold.countDown();

        assertThat(blocker.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(repeatable.get(5, TimeUnit.SECONDS)).isEqualTo(FULL);
        assertThat(durable.get(5, TimeUnit.SECONDS)).isEqualTo(FULL);
    }

    @Test
    void the_write_ahead_log_is_copied_into_the_file_before_it_grows_large() throws Exception {
        for (int i = 0; i < 400; i++) {
            int row = i;
            database.writeRepeatable(c -> execute(c, "INSERT INTO t (x, y) VALUES (" + row + ", zeroblob(200000))"));
        }

        long written = 400 * 200_000L;
        assertThat(Files.size(folder.resolve("test.db-wal"))).isLessThan(written / 2);
        assertThat(Files.size(folder.resolve("test.db"))).isGreaterThan(written / 2);
        assertThat(rows()).isEqualTo(400);
    }

    @Test
    void what_can_be_done_again_is_there_for_everybody_at_once() {
        database.writeRepeatable(c -> execute(c, "INSERT INTO t (x) VALUES (1)"));

        assertThat(rows()).isEqualTo(1);
        database.close();
        database = SqliteDatabase.open(folder.resolve("test.db"), 10);
        assertThat(rows()).isEqualTo(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void what_nobody_waits_for_any_more_is_not_begun() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        var first = database.submit(connection -> {
            begun.countDown();
            await(hold);
            return execute(connection, "INSERT INTO t (x) VALUES (1)");
        });
        await(begun);
        var givenUp = database.submit(connection -> execute(connection, "INSERT INTO t (x) VALUES (2)"));
        var repeated = database.submit(connection -> execute(connection, "INSERT INTO t (x) VALUES (3)"));

        assertThatThrownBy(() -> SqliteDatabase.await(givenUp, 1)).isInstanceOf(OutcomePending.class);
        assertThatThrownBy(() -> SqliteDatabase.await(first, 1)).isInstanceOf(OutcomePending.class);
        hold.countDown();
        assertThat(repeated.get(10, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(database.<List<Integer>>read(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement("SELECT x FROM t ORDER BY x");
                            ResultSet results = statement.executeQuery()) {
                        List<Integer> rows = new ArrayList<>();
                        while (results.next()) {
                            rows.add(results.getInt(1));
                        }
                        return rows;
                    }
                }))
                .containsExactly(1, 3);
    }

    @Test
    void a_full_queue_says_so_at_once_and_loses_nothing_it_took() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        CompletableFuture<Boolean> blocker = database.submit(c -> {
            writing.countDown();
            return await(hold);
        });
        // Only when the writer is at work does the whole queue belong to the others.
        assertThat(await(writing)).isTrue();
        List<CompletableFuture<Integer>> taken = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        int x = i;
                        taken.add(database.submit(c -> execute(c, "INSERT INTO t (x) VALUES (" + x + ")")));
                    }
                })
                .isInstanceOf(StoreUnavailable.class);
        hold.countDown();
        blocker.get(5, TimeUnit.SECONDS);
        for (CompletableFuture<Integer> one : taken) {
            one.get(5, TimeUnit.SECONDS);
        }

        assertThat(rows()).isEqualTo(taken.size()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void a_full_disk_refuses_without_half_a_write_and_recovers() {
        database.write(c -> execute(c, "PRAGMA max_page_count=20"));
        byte[] large = new byte[200_000];

        assertThatThrownBy(() -> database.write(c -> {
                    execute(c, "INSERT INTO t (x) VALUES (1)");
                    try (PreparedStatement statement = c.prepareStatement("INSERT INTO t (x, y) VALUES (2, ?)")) {
                        statement.setBytes(1, large);
                        return statement.executeUpdate();
                    }
                }))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("full");
        assertThat(rows()).isZero();

        database.write(c -> execute(c, "PRAGMA max_page_count=100000"));
        database.write(c -> execute(c, "INSERT INTO t (x) VALUES (1)"));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_second_opener_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> SqliteDatabase.open(folder.resolve("test.db"), 10))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("already open");
    }

    @Test
    void a_file_that_is_not_a_database_is_refused_in_one_sentence() throws Exception {
        Path broken = folder.resolve("broken.db");
        Files.writeString(broken, "this is not a database, and it is long enough to be looked at as one".repeat(20));

        assertThatThrownBy(() -> SqliteDatabase.open(broken, 10))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void nothing_is_taken_after_closing() {
        SqliteDatabase other = SqliteDatabase.open(folder.resolve("other.db"), 10);
        other.close();

        assertThatThrownBy(() -> other.submit(c -> 1)).isInstanceOf(StoreUnavailable.class);
    }

    /** As a rebuild reads: the next snapshot is opened before the last one is closed, each for one write or two. */
    @Test
    void readers_that_take_turns_without_a_pause_do_not_let_the_log_grow_without_end() throws Exception {
        database.write(connection -> execute(connection, "CREATE TABLE big (n INTEGER PRIMARY KEY, b BLOB)"));
        byte[] much = new byte[2 * 1024 * 1024];
        int writes = 160;
        AtomicInteger written = new AtomicInteger();
        AtomicInteger snapshots = new AtomicInteger();
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            for (int reader = 0; reader < 2; reader++) {
                readers.submit(() -> {
                    while (written.get() < writes) {
                        database.read(connection -> {
                            int before = written.get();
                            try (PreparedStatement look = connection.prepareStatement("SELECT count(*) FROM big");
                                    ResultSet row = look.executeQuery()) {
                                row.next();
                            }
                            snapshots.incrementAndGet();
                            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
                            while (written.get() <= before && System.nanoTime() < until) {
                                Thread.onSpinWait();
                            }
                            return before;
                        });
                    }
                    return null;
                });
            }
            for (int i = 0; i < writes; i++) {
                database.writeRepeatable(connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement("INSERT OR REPLACE INTO big (n, b) VALUES (1, ?)")) {
                        insert.setBytes(1, much);
                        return insert.executeUpdate();
                    }
                });
                written.incrementAndGet();
            }
        }

        assertThat(snapshots.get()).isGreaterThan(20);
        assertThat(Files.size(folder.resolve("test.db-wal"))).isLessThan((long) writes * much.length * 4 / 5);
    }
}
