package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.store.CollectionSpec;

/** Units of work on one lane, and duties, from two processes. */
abstract class LanesContract {
    static final CollectionSpec THINGS =
            new CollectionSpec("things", List.of(new CollectionSpec.Index("by_name", List.of(), "name")));

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int UNITS = 25;

    private final MongoPlace mongo = place();
    private final String uri = mongo.freshUri();
    private final GuardedMongo here = GuardedMongo.open(uri, "test");
    private final GuardedMongo there = GuardedMongo.open(uri, "test");
    private final MongoDocuments one = new MongoDocuments(here.connection(), InstantSource.system());
    private final MongoDocuments other = new MongoDocuments(there.connection(), InstantSource.system());

    /** Where it runs. */
    abstract MongoPlace place();

    @BeforeEach
    void declare() {
        one.declare(List.of(THINGS));
        other.declare(List.of(THINGS));
    }

    @AfterEach
    void close() {
        try {
            here.close();
        } finally {
            try {
                there.close();
            } finally {
                mongo.close();
            }
        }
    }

    /** Counts each of the things once more, in one unit; the answer is the sum of what was counted. */
    static long add(MongoDocuments documents, String... ids) {
        return documents.lanes().run("view", 3, staged -> {
            long sum = 0;
            for (String id : ids) {
                long before = staged.get("things", id)
                        .map(document -> Long.parseLong(document.json()))
                        .orElse(0L);
                long version = staged.get("things", id)
                        .map(vn.tthc.platform.store.Document::version)
                        .orElse(0L);
                staged.put("things", id, version, Long.toString(before + 1), Map.of("name", id));
                sum += before + 1;
            }
            return sum;
        });
    }

    private String value(String id) {
        return other.get("things", id)
                .map(vn.tthc.platform.store.Document::json)
                .orElse("none");
    }

    @Test
    void a_unit_is_worked_out_again_when_another_process_was_faster() {
        assertThat(add(one, "a")).isEqualTo(1);
        assertThat(add(other, "a")).isEqualTo(2);
        AtomicInteger times = new AtomicInteger();

        one.lanes().run("view", 3, staged -> {
            long seen = staged.get("things", "a")
                    .map(document -> Long.parseLong(document.json()))
                    .orElse(0L);
            if (times.getAndIncrement() == 0) {
                add(other, "a");
            }
            staged.put("things", "a", seen, Long.toString(seen * 10), Map.of("name", "a"));
            return seen;
        });

        assertThat(value("a")).isEqualTo("30");
        assertThat(times.get())
                .as("once too early, and once for its lane being stale")
                .isBetween(2, 3);
    }

    @Test
    void units_of_two_processes_at_once_count_each_and_stand_as_wholes() throws Exception {
        List<Callable<Integer>> both = List.of(() -> addOften(one), () -> addOften(other));
        try (ExecutorService processes = Executors.newFixedThreadPool(both.size())) {
            List<Future<Integer>> done = processes.invokeAll(both, BOUND.toSeconds(), TimeUnit.SECONDS);
            for (Future<Integer> process : done) {
                assertThat(process.get()).isEqualTo(UNITS);
            }
        }

        String all = Integer.toString(both.size() * UNITS);
        assertThat(value("a")).isEqualTo(all);
        assertThat(value("b")).isEqualTo(all);
    }

    private static int addOften(MongoDocuments process) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            sums.add(add(process, "a", "b"));
        }
        // Both things go together in every unit, so the sum of the two is even.
        assertThat(sums).allMatch(sum -> sum % 2 == 0);
        return sums.size();
    }

    @Test
    void who_carries_out_an_old_unit_late_brings_nothing_back() {
        add(one, "a");
        Change late = Change.read(
                new Change("things", 0, false, new StoredDocument("b", 1, "\"old\"", Map.of("name", "b"))).written());
        Changes changes = new Changes(one.collections(), InstantSource.system());
        changes.carryOut(List.of(late));
        other.lanes().run("view", 3, staged -> {
            staged.delete("things", "b");
            return true;
        });

        changes.carryOut(List.of(late));

        assertThat(value("b")).isEqualTo("none");
        other.lanes().run("view", 3, staged -> {
            staged.put("things", "b", 0, "\"new\"", Map.of("name", "b"));
            return true;
        });
        changes.carryOut(List.of(late));
        assertThat(value("b")).isEqualTo("\"new\"");
    }

    @Test
    void a_lane_keeps_nothing_of_a_unit_that_was_carried_out() {
        add(one, "a");

        Document lane = there.connection()
                .collection("lanes")
                .find(new Document("_id", new Document("owner", "view").append("lane", 3)))
                .first();

        assertThat(lane).isNotNull().containsEntry("seq", 1L).doesNotContainKey("unit");
    }

    @Test
    void a_duty_is_one_process_s_until_it_ends() {
        // Nobody is given up for dead meanwhile: only its end hands it on.
        Duration patience = Duration.ofHours(1);
        MongoDuties first = new MongoDuties(here.connection(), patience);
        MongoDuties second = new MongoDuties(there.connection(), patience);
        assertThat(first.isMine("relay")).isTrue();
        assertThat(second.isMine("relay")).isFalse();

        first.close();

        MongoDuties heir = new MongoDuties(there.connection(), patience);
        assertThat(heir.isMine("relay")).isTrue();
        heir.close();
    }

    @Test
    void a_hold_of_some_lanes_only_is_seen() {
        one.lanes().hold("view", 12, "5");
        one.lanes().letGo("view", 4, "5");

        assertThat(other.lanes().holder("view", 12)).isEqualTo("5");
    }
}
