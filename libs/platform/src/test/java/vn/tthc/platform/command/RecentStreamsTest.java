package vn.tthc.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

class RecentStreamsTest {
    private static final Instant NOON = Instant.parse("2026-11-27T05:00:00Z");
    private static final StreamId STREAM = stream(1);
    private static final int PAGE = 500;

    private final EventJson json = new EventJson();
    private final List<Long> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    private SqliteDatabase database;
    private EventLog log;
    private RecentStreams recent;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("recent.db"), 1000);
        log = new SqliteEventLog(database, () -> NOON, json);
        recent = new RecentStreams(watched(log), json);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The log, which takes note of the versions it is asked for. */
    private EventLog watched(EventLog log) {
        return (EventLog) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, args) -> {
                    if (method.getName().equals("read")) {
                        asked.add((Long) args[1]);
                    }
                    return method.invoke(log, args);
                });
    }

    private static StreamId stream(int number) {
        return StreamId.caseOf("00000000-0000-0000-0000-%012d".formatted(number));
    }

    private RecordedCommit append(StreamId stream, long version, int events) {
        List<NewEvent> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            CaseEvent event = new CaseEvent.Finished(NOON, "result " + (version + i), false);
            EventType type = json.type(event.getClass());
            all.add(new NewEvent(
                    stream + "-" + (version + i),
                    type.value(),
                    type.revision(),
                    NOON,
                    type.audience(),
                    stream.id(),
                    json.write(event)));
        }
        Provenance officer = new Provenance(
                new Actor("officer", Set.of(Role.CASE_OFFICER), null), Origin.LIVE, "correlation", null, null, null);
        return log.append(new Commit(stream, version, "command-" + version, null, null, officer, all))
                .commit();
    }

    private List<@Nullable String> results(StreamId stream, long upTo) {
        return recent.read(stream.toString(), upTo).stream()
                .map(happened -> ((CaseEvent.Finished) happened.event()).resultNumber())
                .toList();
    }

    @Test
    void the_log_is_asked_only_for_what_came_after() {
        append(STREAM, 0, 3);
        assertThat(results(STREAM, Long.MAX_VALUE)).containsExactly("result 0", "result 1", "result 2");
        append(STREAM, 3, 1);
        assertThat(results(STREAM, Long.MAX_VALUE)).containsExactly("result 0", "result 1", "result 2", "result 3");
        assertThat(asked).containsExactly(1L, 4L);
    }

    @Test
    void a_state_seen_before_is_not_read_again() {
        append(STREAM, 0, 3);
        results(STREAM, 3);
        asked.clear();
        assertThat(results(STREAM, 2)).containsExactly("result 0", "result 1");
        assertThat(results(STREAM, 0)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void what_was_appended_is_known_as_the_log_has_it() {
        recent.appended(append(STREAM, 0, 2));
        recent.appended(append(STREAM, 2, 1));
        assertThat(recent.read(STREAM.toString(), 3))
                .isEqualTo(new RecentStreams(log, json).read(STREAM.toString(), Long.MAX_VALUE));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_commit_that_does_not_follow_on_what_is_known_is_left_to_the_log() {
        append(STREAM, 0, 2);
        recent.appended(append(STREAM, 2, 1));
        assertThat(results(STREAM, Long.MAX_VALUE)).containsExactly("result 0", "result 1", "result 2");
        append(STREAM, 3, 1);
        recent.appended(append(STREAM, 4, 1));
        assertThat(results(STREAM, Long.MAX_VALUE)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_long_stream_is_read_whole() {
        append(STREAM, 0, PAGE);
        append(STREAM, PAGE, PAGE);
        append(STREAM, 2 * PAGE, 1);
        assertThat(results(STREAM, Long.MAX_VALUE)).hasSize(2 * PAGE + 1).doesNotHaveDuplicates();
        assertThat(results(STREAM, PAGE + 1)).hasSize(PAGE + 1).endsWith("result " + PAGE);
    }

    @Test
    void only_so_much_is_remembered() {
        for (int i = 0; i < 200; i++) {
            recent.appended(append(stream(i), 0, 50));
        }
        assertThat(results(stream(199), 50)).hasSize(50);
        assertThat(asked).isEmpty();
        assertThat(results(stream(0), 50)).hasSize(50);
        assertThat(asked).containsExactly(1L);
    }

    private int evolved;

    private RecentStates<Integer> counting() {
        return new RecentStates<>(recent, 0, (count, event) -> {
            evolved++;
            return count + 1;
        });
    }

    @Test
    void views_that_follow_a_long_stream_each_at_its_place_fold_each_event_once() {
        int length = 2 * PAGE + 100;
        append(STREAM, 0, PAGE);
        append(STREAM, PAGE, PAGE);
        append(STREAM, 2 * PAGE, 100);
        RecentStates<Integer> states = counting();
        for (int at = 1; at <= length; at++) {
            assertThat(states.upTo(STREAM, at).state()).isEqualTo(at);
            // Another one is seven events behind.
            assertThat(states.upTo(STREAM, Math.max(1, at - 7)).state()).isEqualTo(Math.max(1, at - 7));
        }
        assertThat(evolved).isEqualTo(length);
    }

    @Test
    void one_that_is_far_behind_does_not_fold_anew_while_others_go_on_at_the_end() {
        append(STREAM, 0, 400);
        RecentStates<Integer> states = counting();
        states.upTo(STREAM, 200);
        evolved = 0;
        for (int at = 1; at <= 100; at++) {
            states.upTo(STREAM, 200 + at);
            assertThat(states.upTo(STREAM, at).state()).isEqualTo(at);
        }
        assertThat(evolved).isEqualTo(200);
    }

    @Test
    void a_state_is_of_what_the_log_has_now() {
        RecentStates<Integer> states = counting();
        assertThat(states.now(STREAM)).isEqualTo(new Streams.Loaded<>(0, 0));
        append(STREAM, 0, 3);
        assertThat(states.now(STREAM)).isEqualTo(new Streams.Loaded<>(3, 3));
        append(STREAM, 3, 1);
        assertThat(states.upTo(STREAM, 2).state()).isEqualTo(2);
        assertThat(states.now(STREAM)).isEqualTo(new Streams.Loaded<>(4, 4));
        assertThat(states.upTo(STREAM, 9)).isEqualTo(new Streams.Loaded<>(4, 4));
        assertThat(evolved).isEqualTo(3 + 1 + 2);
    }

    @Test
    void only_so_many_states_are_remembered() {
        RecentStates<Integer> states = counting();
        for (int i = 0; i < 120; i++) {
            append(stream(i), 0, PAGE);
            states.now(stream(i));
        }
        evolved = 0;
        states.now(stream(119));
        assertThat(evolved).isZero();
        states.now(stream(0));
        assertThat(evolved).isEqualTo(PAGE);
    }
}
