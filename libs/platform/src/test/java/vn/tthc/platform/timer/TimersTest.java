package vn.tthc.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.platform.testing.Facts;

class TimersTest {
    @TempDir
    private Path folder;

    private final StreamId dossier = Facts.aDossier();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = bench();
    }

    Bench bench() {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("timers.db"), 1_000);
        return new Bench(new SqliteDocuments(database), database);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private Timer in(String key, int minutes) {
        return new Timer(key, bench.now.plus(Duration.ofMinutes(minutes)));
    }

    private void minutesPass(int minutes) {
        bench.now = bench.now.plus(Duration.ofMinutes(minutes));
    }

    private String raised(String key) {
        return dossier.id() + ": " + key + " at " + bench.now;
    }

    @Test
    void a_timer_is_raised_at_its_moment_and_not_before() {
        bench.goesOn(dossier, 1, in("answer", 10));

        minutesPass(9);
        bench.look();
        assertThat(bench.decided).isEmpty();

        minutesPass(1);
        bench.look();
        assertThat(bench.decided).containsExactly(raised("answer"));
    }

    @Test
    void a_moment_between_two_milliseconds_is_not_raised_too_early() {
        Instant due = bench.now.plusNanos(500_500);
        bench.goesOn(dossier, 1, new Timer("answer", due));

        bench.now = due.minusNanos(1);
        bench.look();
        assertThat(bench.decided).isEmpty();

        bench.now = due;
        bench.look();
        assertThat(bench.decided).hasSize(1);
    }

    @Test
    void the_same_key_with_another_moment_is_the_same_timer_moved() {
        bench.goesOn(dossier, 1, in("answer", 10));
        bench.goesOn(dossier, 2, in("answer", 30));

        assertThat(bench.waiting()).isEqualTo(1);
        minutesPass(29);
        bench.look();
        assertThat(bench.decided).isEmpty();
        minutesPass(1);
        bench.look();
        assertThat(bench.decided).containsExactly(raised("answer"));
    }

    @Test
    void a_timer_that_the_stream_does_not_hold_any_more_is_cancelled() {
        bench.goesOn(dossier, 1, in("answer", 10), in("other", 20));
        bench.goesOn(dossier, 2, in("other", 20));
        minutesPass(30);
        bench.look();

        assertThat(bench.decided).containsExactly(raised("other"));
    }

    @Test
    void timers_of_other_streams_are_left_alone() {
        StreamId another = Facts.aDossier();
        bench.goesOn(dossier, 1, in("answer", 10));
        bench.goesOn(another, 1, in("answer", 20));
        bench.goesOn(dossier, 2);

        assertThat(bench.waiting()).isEqualTo(1);
        minutesPass(20);
        bench.look();
        assertThat(bench.decided).containsExactly(another.id() + ": answer at " + bench.now);
    }

    @Test
    void an_event_that_is_applied_again_changes_nothing() {
        bench.goesOn(dossier, 1, in("answer", 10));
        bench.replay(dossier, 1, Origin.LIVE);

        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void what_fell_due_during_a_stop_is_raised_afterwards_the_oldest_first() {
        bench.goesOn(dossier, 1, in("third", 30), in("first", 10), in("second", 20));
        minutesPass(24 * 60);
        bench.look();

        assertThat(bench.decided).containsExactly(raised("first"), raised("second"), raised("third"));
    }

    @Test
    void two_processes_raise_an_occurrence_once_and_it_is_told_apart_from_the_next() {
        bench.goesOn(dossier, 1, in("answer", 10));
        minutesPass(10);
        bench.look();
        bench.look(bench.poller(10_000));
        assertThat(bench.decided).hasSize(1);
        assertThat(bench.raised("known")).isEqualTo(1);

        bench.goesOn(dossier, 2, in("answer", 10));
        minutesPass(10);
        bench.look();
        assertThat(bench.decided).hasSize(2);
        assertThat(bench.contexts.stream().map(CommandContext::commandId).distinct())
                .hasSize(2);
    }

    @Test
    void one_process_does_not_repeat_itself_while_the_event_is_on_its_way() {
        bench.goesOn(dossier, 1, in("answer", 10));
        minutesPass(10);
        bench.look();
        bench.look();
        bench.look();

        assertThat(bench.contexts).hasSize(1);
    }

    @Test
    void a_failure_is_tried_again_later_and_does_not_hold_up_the_others() {
        StreamId another = Facts.aDossier();
        bench.goesOn(dossier, 1, in("answer", 10));
        bench.goesOn(another, 1, in("answer", 11));
        minutesPass(10);
        bench.trouble = new IllegalStateException("trouble");
        bench.look();
        assertThat(bench.raised("failed")).isEqualTo(1);

        bench.trouble = null;
        minutesPass(1);
        bench.look();

        assertThat(bench.decided).hasSize(2);
    }

    @Test
    void a_log_that_takes_nothing_now_ends_the_look_and_loses_nothing() {
        bench.goesOn(dossier, 1, in("answer", 10), in("other", 10));
        minutesPass(10);
        bench.trouble = Bench.busy();
        assertThatThrownBy(bench::look).isInstanceOf(LogUnavailable.class);

        bench.trouble = null;
        minutesPass(1);
        bench.look();

        assertThat(bench.decided).hasSize(2);
    }

    @Test
    void a_look_goes_through_pages_and_is_bounded() {
        List<Timer> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            many.add(in("k" + i, 5));
        }
        bench.goesOn(dossier, 1, many.toArray(Timer[]::new));
        minutesPass(5);

        TimerPoller bounded = bench.poller(200);
        bench.look(bounded);
        assertThat(bench.decided).hasSize(200);

        bench.look();
        assertThat(bench.decided).hasSize(450);
    }

    @Test
    void imported_facts_start_no_timers_but_can_end_them() {
        bench.goesOn(dossier, 1, Origin.IMPORTED, in("answer", 10));
        assertThat(bench.waiting()).isZero();

        bench.goesOn(dossier, 2, in("answer", 10), in("other", 20));
        bench.goesOn(dossier, 3, Origin.IMPORTED, in("answer", 10), in("third", 30));
        minutesPass(60);
        bench.look();
        assertThat(bench.decided).containsExactly(raised("answer"));
    }

    @Test
    void the_command_carries_on_what_set_the_timer() {
        bench.goesOn(dossier, 1, in("answer", 10));
        bench.goesOn(dossier, 2, in("answer", 10));
        minutesPass(10);
        bench.look();

        CommandContext context = bench.contexts.getFirst();
        assertThat(context.provenance().correlation()).isEqualTo("correlation-1");
        assertThat(context.provenance().procedureVersion()).isEqualTo("1.012796@1");
        assertThat(context.provenance().origin()).isEqualTo(Origin.LIVE);
        assertThat(context.provenance().actor().id()).isEqualTo("intake");
    }

    @Test
    void the_meters_tell_how_many_wait_and_how_late_the_oldest_is() {
        bench.goesOn(dossier, 1, in("answer", 10), in("other", 60));
        bench.look();
        assertThat(bench.gauge("tthc.timers.waiting")).isEqualTo(2);
        assertThat(bench.gauge("tthc.timers.due.age")).isZero();

        minutesPass(15);
        bench.look();
        assertThat(bench.gauge("tthc.timers.due.age")).isEqualTo(300);
    }

    @Test
    void streams_of_a_kind_without_a_rule_have_no_timers() {
        StreamId theCase = new StreamId(StreamType.CASE, dossier.id());
        bench.goesOn(theCase, 1, in("answer", 10));

        assertThat(bench.waiting()).isZero();
    }
}
