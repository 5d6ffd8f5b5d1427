package vn.tthc.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.RecentStreams;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

class AxonBridgeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    interface CountCommand {}

    /** Adds so many events; the aggregate holds ten at most. */
    record Add(int events) implements CountCommand {}

    enum Problem implements ProblemCode {
        FULL;

        @Override
        public String vietnamese() {
            return "Đầy";
        }

        @Override
        public String english() {
            return "Full";
        }
    }

    static final class Counting {
        @AggregateIdentifier
        private @Nullable String stream;

        private int count;

        @CommandHandler(commandName = "vn.tthc.platform.axon.AxonBridgeTest$CountCommand")
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Object handle(CountCommand command, CommandMessage<?> message) {
            stream = AggregateCommands.stream(message);
            return AggregateCommands.perform(message, () -> decide((Add) command));
        }

        private Decision<CaseEvent> decide(Add add) {
            if (count + add.events() > 10) {
                return Decision.refuse(Problem.FULL, "events", Map.of("have", String.valueOf(count)));
            }
            List<CaseEvent> events = new ArrayList<>();
            for (int i = 0; i < add.events(); i++) {
                events.add(new CaseEvent.Finished(NOON, "result " + count + i, false));
            }
            return Decision.accept(events);
        }

        @EventSourcingHandler
        void on(CaseEvent event, DomainEventMessage<?> message) {
            stream = message.getAggregateIdentifier();
            count++;
        }
    }

    @TempDir
    private Path folder;

    private final AtomicBoolean full = new AtomicBoolean();
    private SqliteDatabase database;
    private EventLog log;
    private LogStorageEngine engine;
    private CommandBus bus;
    private Commands commands;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("axon.db"), 1000);
        EventJson json = new EventJson();
        log = new SqliteEventLog(database, () -> NOON, json);
        engine = new LogStorageEngine(
                takingNothingWhileFull(), json, new RecentStreams(log, json), new SimpleMeterRegistry());
        AxonConfiguration beans = new AxonConfiguration();
        var configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(c -> engine)
                .configureCorrelationDataProviders(c -> List.of(beans.contextProvider()))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Counting.class)
                        .configureCommandTargetResolver(c -> beans.streamTargetResolver()))
                .start();
        bus = configuration.commandBus();
        commands = new AxonCommands(bus, log);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A log that cannot record anything while it is full. */
    private EventLog takingNothingWhileFull() {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append") && full.get()) {
                        throw new LogUnavailable("on purpose", null);
                    }
                    try {
                        return method.invoke(log, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void a_repeat_of_what_was_recorded_is_answered_while_nothing_can_be_recorded() {
        StreamId stream = aStream();
        CommandContext same = context("same", null, null);
        commands.send(stream, new Add(2), same);
        full.set(true);

        assertThat(commands.send(stream, new Add(2), same))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        CommandContext another = context("another", null, null);
        assertThatThrownBy(() -> commands.send(stream, new Add(2), another)).isInstanceOf(LogUnavailable.class);
    }

    /** Commands between whose arrival and their decision somebody does something, once. */
    private Commands after(Runnable interference) {
        AtomicBoolean done = new AtomicBoolean();
        CommandBus disturbed = (CommandBus) Proxy.newProxyInstance(
                CommandBus.class.getClassLoader(), new Class<?>[] {CommandBus.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("dispatch") && done.compareAndSet(false, true)) {
                        interference.run();
                    }
                    return method.invoke(bus, arguments);
                });
        return new AxonCommands(disturbed, log);
    }

    @Test
    void a_repeat_beside_its_first_request_is_not_refused_for_what_that_has_done() {
        StreamId stream = StreamId.caseOf(UUID.randomUUID().toString());
        CommandContext same = context("same", null, null);
        Commands late = after(() -> commands.send(stream, new Add(6), same));

        Outcome outcome = late.send(stream, new Add(6), same);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.repeated()).isTrue();
            assertThat(done.version()).isEqualTo(6);
        });
    }

    @Test
    void a_repeat_beside_its_first_request_does_not_find_its_version_stale() {
        StreamId stream = StreamId.caseOf(UUID.randomUUID().toString());
        CommandContext same = context("same", null, 0L);
        Commands late = after(() -> commands.send(stream, new Add(2), same));

        assertThat(late.send(stream, new Add(2), same))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
    }

    @Test
    void a_repeat_that_finds_nothing_left_to_do_is_answered_with_what_its_first_request_did() {
        StreamId stream = StreamId.caseOf(UUID.randomUUID().toString());
        CommandContext same = context("same", null, null);
        Commands late = after(() -> commands.send(stream, new Add(2), same));

        assertThat(late.send(stream, new Add(0), same)).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.repeated()).isTrue();
            assertThat(done.commit()).isNotNull();
        });
    }

    @Test
    void somebody_else_s_command_beside_it_is_a_reason_to_refuse() {
        StreamId stream = StreamId.caseOf(UUID.randomUUID().toString());
        Commands late = after(() -> commands.send(stream, new Add(6), context("other", null, null)));

        assertThat(late.send(stream, new Add(6), context("mine", null, null))).isInstanceOf(Outcome.Refused.class);
    }

    private static CommandContext context(String id, @Nullable Cause cause, @Nullable Long expected) {
        return new CommandContext(
                id,
                "print",
                cause,
                expected,
                new Provenance(new Actor("a", Set.of(Role.SYSTEM), null), Origin.LIVE, "c", null, null, null));
    }

    private Outcome send(StreamId stream, int events, @Nullable Long expected) {
        return commands.send(stream, new Add(events), context(UUID.randomUUID().toString(), null, expected));
    }

    private static StreamId aStream() {
        return StreamId.caseOf(UUID.randomUUID().toString());
    }

    @Test
    void a_command_creates_its_stream_and_all_its_events_are_one_commit() {
        StreamId stream = aStream();

        Outcome.Done first = (Outcome.Done) send(stream, 3, null);
        Outcome.Done second = (Outcome.Done) send(stream, 2, null);

        assertThat(first.version()).isEqualTo(3);
        assertThat(first.commit().events()).hasSize(3);
        assertThat(first.repeated()).isFalse();
        assertThat(second.version()).isEqualTo(5);
        assertThat(log.read(stream.toString(), 1, 10))
                .allMatch(event -> event.envelope().type().equals("case.finished"))
                .allMatch(event -> stream.id().equals(event.envelope().dossierId()))
                .hasSize(5);
    }

    @Test
    void a_refusal_changes_nothing_and_says_why() {
        StreamId stream = aStream();
        send(stream, 9, null);

        Outcome outcome = send(stream, 2, null);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(Problem.FULL);
            assertThat(refused.refusal().field()).isEqualTo("events");
            assertThat(refused.version()).isEqualTo(9);
        });
        assertThat(log.head(stream.toString()).orElseThrow().version()).isEqualTo(9);
        assertThat(send(aStream(), 11, null)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nothing_to_do_is_done_without_a_commit() {
        StreamId stream = aStream();
        send(stream, 2, null);

        assertThat(send(stream, 0, null)).isEqualTo(new Outcome.Done(stream.toString(), 2, null, true));
        assertThat(log.head(stream.toString()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_command_sent_again_is_answered_with_its_first_outcome() {
        StreamId stream = aStream();
        Outcome.Done first = (Outcome.Done) commands.send(stream, new Add(4), context("same", null, null));
        send(stream, 4, null);

        Outcome.Done again = (Outcome.Done) commands.send(stream, new Add(4), context("same", null, null));

        assertThat(again.repeated()).isTrue();
        assertThat(again.version()).isEqualTo(first.version()).isEqualTo(4);
        assertThat(log.head(stream.toString()).orElseThrow().version()).isEqualTo(8);
        CommandContext otherBody = new CommandContext(
                "same", "other print", null, null, context("same", null, null).provenance());
        assertThat(commands.send(stream, new Add(1), otherBody)).isInstanceOf(Outcome.KeyReused.class);
    }

    @Test
    void a_cause_is_acted_on_once_whatever_the_command_is_called() {
        StreamId stream = aStream();
        Cause cause = new Cause("dossier-x", 3, "open");
        commands.send(stream, new Add(1), context("one", cause, null));

        Outcome again = commands.send(stream, new Add(1), context("two", cause, null));

        assertThat(((Outcome.Done) again).repeated()).isTrue();
        assertThat(log.head(stream.toString()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void who_saw_an_older_version_is_told_the_newest_one_before_any_rule_is_asked() {
        StreamId stream = aStream();
        send(stream, 9, null);

        assertThat(send(stream, 5, 8L)).isEqualTo(new Outcome.Stale(9));
        assertThat(send(stream, 5, 9L)).isInstanceOf(Outcome.Refused.class);
        assertThat(send(stream, 1, 9L)).isInstanceOf(Outcome.Done.class);
        assertThat(send(aStream(), 1, 0L)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void of_many_who_saw_the_same_version_one_wins() throws Exception {
        for (int round = 0; round < 20; round++) {
            StreamId stream = aStream();
            send(stream, 1, null);
            try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
                List<Future<Outcome>> outcomes = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    outcomes.add(pool.submit(() -> send(stream, 1, 1L)));
                }
                int won = 0;
                for (Future<Outcome> outcome : outcomes) {
                    won += outcome.get(20, TimeUnit.SECONDS) instanceof Outcome.Done ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        }
    }

    @Test
    void a_second_append_or_a_second_stream_in_a_unit_of_work_is_an_error() {
        var one = event(aStream(), 0);
        var two = event(aStream(), 0);
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            assertThatThrownBy(() -> engine.appendEvents(List.of(one, two))).hasMessageContaining("one stream");
        } finally {
            unit.rollback();
        }
        var another = DefaultUnitOfWork.startAndGet(null);
        try {
            engine.appendEvents(List.of(one));
            assertThatThrownBy(() -> engine.appendEvents(List.of(two))).hasMessageContaining("append once");
        } finally {
            another.rollback();
        }
    }

    private static GenericDomainEventMessage<CaseEvent> event(StreamId stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "case",
                stream.toString(),
                sequence,
                new CaseEvent.Finished(NOON, null, false),
                Map.of(
                        AggregateCommands.CONTEXT,
                        context(UUID.randomUUID().toString(), null, null),
                        AggregateCommands.RECORDED,
                        new Recorded()));
    }
}
