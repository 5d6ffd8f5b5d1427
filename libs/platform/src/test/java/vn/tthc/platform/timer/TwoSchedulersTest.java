package vn.tthc.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commits;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoDuties;
import vn.tthc.platform.mongo.MongoEventLog;
import vn.tthc.platform.mongo.MongoPlace;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.testing.Facts;

/** Two processes of a service look after the timers of one store; whatever each believes, a timer is raised once. */
class TwoSchedulersTest {
    private static final int TIMERS = 20;
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final MongoPlace mongo = place();
    private final String uri = mongo.freshUri();
    private final Scheduler one = new Scheduler();
    private final Scheduler two = new Scheduler();
    private final List<StreamId> streams =
            IntStream.range(0, TIMERS).mapToObj(i -> Facts.aDossier()).toList();

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    /** What a process has of its own: its connection, its log, its poller and its loop. */
    private final class Scheduler implements TimerRule, Commands {
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final GuardedMongo guarded = GuardedMongo.open(uri, "test");
        private final MongoDocuments documents = new MongoDocuments(guarded.connection(), () -> NOW);
        private final EventLog log =
                new MongoEventLog(guarded.connection(), () -> NOW, new EventJson(), MongoEventLog.PATIENCE);
        private final MongoDuties duties = new MongoDuties(guarded.connection(), PATIENCE);
        private final TimerBook book = new TimerBook(List.of(this), new EventJson().mapper());
        private final TimerPoller poller =
                new TimerPoller("intake", book, documents, this, () -> NOW, 10_000, new TimerMeters(meters));
        private final TimerLoop loop = new TimerLoop(poller, Duration.ofMillis(20), duties);

        Scheduler() {
            documents.declare(book.collections());
        }

        @Override
        public StreamType streams() {
            return StreamType.DOSSIER;
        }

        @Override
        public List<Timer> timers(StreamId stream, long version) {
            return List.of(new Timer("answer", NOW.minusSeconds(1)));
        }

        @Override
        public Object command(Timer timer, Instant at) {
            return timer.key();
        }

        @Override
        public Outcome send(StreamId stream, Object command, CommandContext context) {
            AppendResult result =
                    log.append(Commits.commit(stream, 0, context.commandId(), null, String.valueOf(command)));
            return new Outcome.Done(stream.toString(), 1, null, result instanceof AppendResult.Duplicate);
        }

        double raised(String outcome) {
            return meters.get("tthc.timers.raised")
                    .tag("outcome", outcome)
                    .counter()
                    .count();
        }

        void close() {
            loop.stop();
            log.close();
            guarded.close();
        }
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        mongo.close();
    }

    private void everythingIsDue() {
        for (StreamId stream : streams) {
            Envelope envelope = envelope(stream);
            one.documents.write(writer -> {
                one.book.apply(new ReceivedEvent(envelope, Facts.said(stream, "word"), 0), writer);
                return true;
            });
        }
    }

    private static Envelope envelope(StreamId stream) {
        return new Envelope(
                "event-" + stream.id(),
                "test",
                1,
                stream.toString(),
                1,
                NOW,
                NOW,
                Origin.LIVE,
                new Actor("officer", Set.of(Role.RECEPTION_OFFICER), null),
                "command",
                null,
                "correlation",
                null,
                Audience.AGENCY,
                stream.id(),
                "1.012796@1",
                null);
    }

    private void eachWasRaisedOnce() {
        assertThat(streams)
                .allSatisfy(stream ->
                        assertThat(one.log.read(stream.toString(), 1, 10)).hasSize(1));
    }

    @Test
    void both_believe_that_the_duty_is_theirs_and_each_timer_is_raised_once() throws Exception {
        everythingIsDue();
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> looks = new ArrayList<>();
            for (Scheduler scheduler : List.of(one, two)) {
                looks.add(threads.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    scheduler.poller.look();
                    return null;
                }));
            }
            for (Future<?> look : looks) {
                look.get(60, TimeUnit.SECONDS);
            }
        }

        eachWasRaisedOnce();
        assertThat(one.raised("decided") + two.raised("decided")).isEqualTo(TIMERS);
        assertThat(one.raised("known") + two.raised("known")).isEqualTo(TIMERS);
    }

    @Test
    void one_raises_them_while_it_lives_and_the_other_after_it() {
        one.loop.start();
        Awaitility.await("the first has the duty").until(() -> one.duties.isMine(Duties.TIMERS));
        two.loop.start();
        everythingIsDue();
        Awaitility.await("all are raised").atMost(Duration.ofSeconds(30)).until(() -> one.raised("decided") >= TIMERS);
        assertThat(two.raised("decided") + two.raised("known")).isZero();
        eachWasRaisedOnce();

        // It ends without giving its duty up, as one that is killed.
        one.loop.stop();
        Awaitility.await("the other takes over and finds them raised")
                .atMost(Duration.ofSeconds(30))
                .until(() -> two.raised("known") >= TIMERS);
        assertThat(two.raised("decided")).isZero();
        eachWasRaisedOnce();
    }
}
