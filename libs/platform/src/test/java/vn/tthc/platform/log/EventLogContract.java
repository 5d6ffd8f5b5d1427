package vn.tthc.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tthc.platform.log.Commits.aStream;
import static vn.tthc.platform.log.Commits.commit;
import static vn.tthc.platform.log.Commits.of;
import static vn.tthc.platform.log.Commits.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.StreamId;

/** What every event log promises, whatever it stores on. */
public abstract class EventLogContract {
    private static final int THREADS = 16;
    private static final int ROUNDS = 60;

    protected final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T01:00:00.123456Z"));
    private EventLog log;

    /** Opens the log, with {@link #now} as its clock; again after {@link #close} it has what was there. */
    protected abstract EventLog open() throws Exception;

    /** Closes what {@link #open} opened, as an orderly stop does. */
    protected abstract void close() throws Exception;

    @BeforeEach
    void openLog() throws Exception {
        log = open();
    }

    @AfterEach
    void closeLog() throws Exception {
        close();
    }

    private void restart() throws Exception {
        close();
        log = open();
    }

    @Test
    void one_of_many_threads_wins_a_version_and_the_others_are_told() throws Exception {
        StreamId stream = aStream();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> winners = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Callable<Integer> collider = () -> {
                    int won = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        together.await(20, TimeUnit.SECONDS);
                        try {
                            log.append(of(stream, round, "round " + round));
                            won++;
                        } catch (VersionConflict lost) {
                            assertThat(lost).hasMessageContaining(stream.toString());
                        }
                    }
                    return won;
                };
                winners.add(pool.submit(collider));
            }
            int won = 0;
            for (Future<Integer> winner : winners) {
                won += winner.get(60, TimeUnit.SECONDS);
            }
            assertThat(won).isEqualTo(ROUNDS);
        }
        assertThat(log.read(stream.toString(), 1, 1000)).hasSize(ROUNDS);
    }

    @Test
    void a_commit_is_stored_whole_or_not_at_all() {
        StreamId stream = aStream();
        log.append(of(stream, 0, "a", "b", "c"));

        assertThatThrownBy(() -> log.append(of(stream, 1, "d", "e"))).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> log.append(of(stream, 7, "d", "e"))).isInstanceOf(VersionConflict.class);

        assertThat(log.read(stream.toString(), 1, 10))
                .extracting(Commits::text)
                .containsExactly("{\"text\":\"a\"}", "{\"text\":\"b\"}", "{\"text\":\"c\"}");
        assertThat(log.head(stream.toString())).map(StreamHead::version).contains(3L);
        assertThat(log.unpublished(10)).hasSize(1);
    }

    @Test
    void many_streams_at_once_each_keep_their_own_order() throws Exception {
        int streams = 20;
        int commits = 40;
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<StreamId>> written = new ArrayList<>();
            for (int s = 0; s < streams; s++) {
                written.add(pool.submit(() -> {
                    StreamId stream = aStream();
                    for (int c = 0; c < commits; c++) {
                        log.append(of(stream, c, "commit " + c));
                    }
                    return stream;
                }));
            }
            for (Future<StreamId> stream : written) {
                String name = stream.get(60, TimeUnit.SECONDS).toString();
                assertThat(log.read(name, 1, 1000))
                        .extracting(event -> event.envelope().version())
                        .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, commits)
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void a_command_sent_again_gets_its_first_answer_even_after_the_stream_moved_on() throws Exception {
        StreamId stream = aStream();
        Commit first = commit(stream, 0, "command-1", null, "first");
        AppendResult answer = log.append(first);
        log.append(of(stream, 1, "later"));
        restart();

        AppendResult again = log.append(commit(stream, 0, "command-1", null, "something else"));

        assertThat(again).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(again.commit().number()).isEqualTo(answer.commit().number());
        assertThat(again.commit().events()).extracting(Commits::text).containsExactly("{\"text\":\"first\"}");
        assertThat(log.head(stream.toString())).map(StreamHead::version).contains(2L);
        assertThat(log.byCommand(stream.toString(), "command-1")).isPresent();
        assertThat(log.byCommand(stream.toString(), "command-2")).isEmpty();
    }

    @Test
    void the_same_command_id_means_another_command_in_another_stream() {
        StreamId one = aStream();
        StreamId other = aStream();
        log.append(commit(one, 0, "same", null, "one"));

        assertThat(log.append(commit(other, 0, "same", null, "other"))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void a_cause_is_answered_once_per_stream_and_role() {
        StreamId stream = aStream();
        Cause cause = new Cause("case-x", 4, "end");
        log.append(commit(stream, 0, "c1", cause, "first"));

        assertThat(log.append(commit(stream, 1, "c2", cause, "again"))).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(log.append(commit(stream, 1, "c3", new Cause("case-x", 4, "other role"), "other")))
                .isInstanceOf(AppendResult.Appended.class);
        assertThat(log.append(commit(aStream(), 0, "c4", cause, "other stream")))
                .isInstanceOf(AppendResult.Appended.class);
        assertThat(log.byCause(stream.toString(), cause))
                .map(RecordedCommit::commandId)
                .contains("c1");
    }

    @Test
    void twins_of_one_command_racing_each_other_store_one_commit() throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        StreamId stream = aStream();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<AppendResult>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                answers.add(pool.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    return log.append(commit(stream, 0, "twin", null, "once"));
                }));
            }
            int appended = 0;
            Set<Long> numbers = new HashSet<>();
            for (Future<AppendResult> answer : answers) {
                AppendResult result = answer.get(30, TimeUnit.SECONDS);
                appended += result instanceof AppendResult.Appended ? 1 : 0;
                numbers.add(result.commit().number());
            }
            assertThat(appended).isEqualTo(1);
            assertThat(numbers).hasSize(1);
        }
    }

    @Test
    void what_is_not_marked_is_unpublished_in_the_order_of_the_commits() throws Exception {
        StreamId a = aStream();
        StreamId b = aStream();
        long first = log.append(of(a, 0, "a1", "a2")).commit().number();
        log.append(of(b, 0, "b1"));
        log.append(of(a, 2, "a3"));

        assertThat(log.unpublished(10))
                .extracting(RecordedCommit::stream)
                .containsExactly(a.toString(), b.toString(), a.toString());
        assertThat(log.unpublished(1)).hasSize(1);
        assertThat(log.backlog().commits()).isEqualTo(3);
        log.markPublished(List.of(first));
        log.markPublished(List.of(first));
        restart();

        assertThat(log.unpublished(10)).extracting(RecordedCommit::stream).containsExactly(b.toString(), a.toString());
        log.markPublished(
                log.unpublished(10).stream().map(RecordedCommit::number).toList());
        assertThat(log.unpublished(10)).isEmpty();
        assertThat(log.backlog()).isEqualTo(new Backlog(0, null));
    }

    @Test
    void what_was_recorded_since_a_moment_can_be_published_again() {
        long early = log.append(of(aStream(), 0, "early")).commit().number();
        now.updateAndGet(t -> t.plusSeconds(60));
        Instant moment = log.settledBefore();
        long late = log.append(of(aStream(), 0, "late")).commit().number();
        log.markPublished(List.of(early, late));

        assertThat(log.publishAgainSince(moment)).isEqualTo(1);
        assertThat(log.unpublished(10)).extracting(RecordedCommit::number).containsExactly(late);
    }

    @Test
    void all_streams_are_read_by_pages_and_by_prefix() {
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            StreamId stream = aStream();
            log.append(of(stream, 0, texts(3)));
            written.add(stream.toString());
        }
        log.append(of(StreamId.caseOf("x"), 0, "case"));

        Set<String> read = new HashSet<>();
        String after = null;
        List<StreamHead> page;
        while (!(page = log.heads(after, "dossier-", 10)).isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10).allMatch(head -> head.version() == 3);
            page.forEach(head -> assertThat(read.add(head.stream())).isTrue());
            after = page.getLast().stream();
        }
        assertThat(read).isEqualTo(written);
        assertThat(log.heads(null, "", 100)).hasSize(26);
    }

    @Test
    void a_stream_of_ten_thousand_events_is_read_by_pages() {
        StreamId stream = aStream();
        for (int i = 0; i < 100; i++) {
            log.append(of(stream, i * 100L, texts(100)));
        }

        long from = 1;
        List<RecordedEvent> page;
        while (!(page = log.read(stream.toString(), from, 999)).isEmpty()) {
            for (RecordedEvent event : page) {
                assertThat(event.envelope().version()).isEqualTo(from++);
            }
        }
        assertThat(from).isEqualTo(10_001);
    }

    @Test
    void every_script_survives() throws Exception {
        String text = "Nguyễn Thị Ánh Đèo Prenn — 𠀋 😀 e\\u0301 \\\" \\\\";
        StreamId stream = aStream();
        log.append(of(stream, 0, text));
        restart();

        assertThat(log.read(stream.toString(), 1, 1))
                .extracting(Commits::text)
                .containsExactly("{\"text\":\"" + text + "\"}");
    }

    @Test
    void the_hash_chain_follows_from_the_stored_bytes() throws Exception {
        StreamId stream = aStream();
        log.append(of(stream, 0, texts(3)));
        log.append(of(stream, 3, texts(2)));
        restart();

        byte[] hash = HashChain.start();
        for (RecordedEvent event : log.read(stream.toString(), 1, 10)) {
            hash = HashChain.next(hash, event.meta(), event.data());
            assertThat(event.hash()).isEqualTo(hash);
        }
        assertThat(log.head(stream.toString()).orElseThrow().hash()).isEqualTo(hash);
    }

    @Test
    void the_envelope_says_who_what_and_when() {
        StreamId stream = aStream();
        log.append(commit(stream, 0, "command", new Cause("case-1", 2, "role"), "text"));

        var envelope = log.read(stream.toString(), 1, 1).getFirst().envelope();
        assertThat(envelope.stream()).isEqualTo(stream.toString());
        assertThat(envelope.version()).isEqualTo(1);
        assertThat(envelope.commandId()).isEqualTo("command");
        assertThat(envelope.cause()).isEqualTo(new Cause("case-1", 2, "role"));
        assertThat(envelope.occurredAt()).isEqualTo(Commits.NOON);
        assertThat(envelope.recordedAt()).isEqualTo(Instant.parse("2026-03-02T01:00:00.123Z"));
        assertThat(envelope.actor().id()).isEqualTo("clerk-1");
        assertThat(envelope.dossierId()).isEqualTo(stream.id());
    }

    @Test
    void a_clock_that_is_set_back_takes_no_commit_behind_a_settled_moment() throws Exception {
        StreamId stream = aStream();
        log.append(of(stream, 0, "before"));
        Instant settled = log.settledBefore();
        now.updateAndGet(t -> t.minus(Duration.ofHours(1)));
        log.append(of(stream, 1, "after"));
        restart();
        log.append(of(stream, 2, "after restart"));

        assertThat(log.read(stream.toString(), 2, 10))
                .allMatch(event -> !event.envelope().recordedAt().isBefore(settled));
    }

    @Test
    void listeners_hear_of_every_commit_and_of_nothing_else() {
        List<String> heard = new ArrayList<>();
        log.onCommit(() -> heard.add("commit"));
        StreamId stream = aStream();
        log.append(commit(stream, 0, "c", null, "text"));
        log.append(commit(stream, 0, "c", null, "text"));
        assertThatThrownBy(() -> log.append(of(stream, 5, "text"))).isInstanceOf(VersionConflict.class);

        assertThat(heard).containsExactly("commit");
    }

    @Test
    void a_stream_that_is_not_there_is_empty() {
        assertThat(log.head("dossier-none")).isEmpty();
        assertThat(log.read("dossier-none", 1, 10)).isEmpty();
        assertThat(log.heads(null, "", 10)).isEmpty();
        assertThat(log.backlog().commits()).isZero();
    }
}
