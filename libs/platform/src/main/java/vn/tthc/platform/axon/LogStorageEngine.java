package vn.tthc.platform.axon;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.RecentStreams;
import vn.tthc.platform.command.RecentStreams.Happened;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;

/**
 * Axon's event store is our log. One command, one stream, one append: a second append or a second stream in a unit of
 * work is a programming error, because it could not be stored as one. Tracking and snapshots are not supported:
 * everything downstream consumes Kafka.
 */
public final class LogStorageEngine implements EventStorageEngine {
    private static final String APPENDED = "tthc.appended";

    private final EventLog log;
    private final EventJson json;
    private final RecentStreams recent;
    private final Timer appends;

    public LogStorageEngine(EventLog log, EventJson json, RecentStreams recent, MeterRegistry meters) {
        this.log = log;
        this.json = json;
        this.recent = recent;
        this.appends = Timer.builder("tthc.log.append")
                .description("From the decision of a command until its events are durable")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        DomainEventMessage<?> first = domainEvent(events.getFirst());
        StreamId stream = StreamId.parse(first.getAggregateIdentifier());
        onceInUnitOfWork(stream);
        List<NewEvent> encoded = new ArrayList<>(events.size());
        for (EventMessage<?> message : events) {
            DomainEventMessage<?> event = domainEvent(message);
            if (!event.getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
                throw new IllegalStateException("a command may write one stream, not also "
                        + event.getAggregateIdentifier() + " beside " + stream);
            }
            encoded.add(encode(stream, event));
        }
        CommandContext context = (CommandContext) first.getMetaData().get(AggregateCommands.CONTEXT);
        Recorded recorded = (Recorded) first.getMetaData().get(AggregateCommands.RECORDED);
        if (context == null || recorded == null) {
            throw new IllegalStateException("an event of " + stream + " has no command behind it");
        }
        Commit commit = new Commit(
                stream,
                first.getSequenceNumber(),
                context.commandId(),
                context.fingerprint(),
                context.cause(),
                context.provenance(),
                encoded);
        AppendResult result = Objects.requireNonNull(appends.record(() -> log.append(commit)));
        switch (result) {
            case AppendResult.Duplicate duplicate -> throw new DuplicateCommit(duplicate.commit());
            case AppendResult.Appended appended -> {
                recent.appended(appended.commit());
                recorded.take(appended.commit());
            }
        }
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return event;
        }
        throw new IllegalStateException("only aggregates record events, not " + message.getPayloadType());
    }

    private static void onceInUnitOfWork(StreamId stream) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("events of " + stream + " are recorded outside a command");
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        Object earlier = root.resources().putIfAbsent(APPENDED, stream);
        if (earlier != null) {
            throw new IllegalStateException("a command may append once, not to " + earlier + " and then to " + stream);
        }
    }

    private NewEvent encode(StreamId stream, DomainEventMessage<?> message) {
        TthcEvent event = (TthcEvent) message.getPayload();
        EventType type = json.type(event.getClass());
        return new NewEvent(
                message.getIdentifier(),
                type.value(),
                type.revision(),
                event.occurredAt(),
                type.audience(),
                dossierId(stream, event),
                json.write(event));
    }

    private static @Nullable String dossierId(StreamId stream, TthcEvent event) {
        if (stream.type() == StreamType.DOSSIER || stream.type() == StreamType.CASE) {
            return stream.id();
        }
        return event instanceof PostalEvent postal ? postal.dossierId() : null;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        String type = StreamId.parse(aggregateIdentifier).type().prefix();
        return DomainEventStream.of(recent.read(aggregateIdentifier, Long.MAX_VALUE).stream()
                .skip(firstSequenceNumber)
                .map(event -> message(type, aggregateIdentifier, event))
                .toList());
    }

    private static DomainEventMessage<?> message(String type, String stream, Happened event) {
        return new GenericDomainEventMessage<>(
                type,
                stream,
                event.envelope().version() - 1,
                event.event(),
                MetaData.emptyInstance(),
                event.envelope().id(),
                event.envelope().recordedAt());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("nothing tracks the log: consumers read Kafka");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("streams are short: there are no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
