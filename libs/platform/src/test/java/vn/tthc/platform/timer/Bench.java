package vn.tthc.platform.timer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.testing.Facts;

/** A service's timers on a store, with a clock that is turned by hand and a log that takes one commit per command id. */
final class Bench implements AutoCloseable, TimerRule, Commands {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<String> decided = new ArrayList<>();
    final List<CommandContext> contexts = new ArrayList<>();
    Instant now = Instant.parse("2026-03-02T01:00:00Z");

    @Nullable
    RuntimeException trouble;

    private final Map<String, List<Timer>> timers = new HashMap<>();
    private final Set<String> commits = new HashSet<>();
    private final DocumentStore documents;
    private final AutoCloseable store;
    private final TimerBook book;
    private final TimerPoller poller;

    /**
     * A bench.
     *
     * @param documents where the timers are kept
     * @param store what is closed at the end
     */
    Bench(DocumentStore documents, AutoCloseable store) {
        this.documents = documents;
        this.store = store;
        book = new TimerBook(List.of(this), new EventJson().mapper());
        documents.declare(book.collections());
        poller = poller(10_000);
    }

    /** Another process that looks after the same timers. */
    TimerPoller poller(int most) {
        return new TimerPoller("intake", book, documents, this, () -> now, most, new TimerMeters(meters));
    }

    /** The stream goes on; from now on its events say that it has these timers. */
    void goesOn(StreamId stream, long version, Timer... wanted) {
        goesOn(stream, version, Origin.LIVE, wanted);
    }

    void goesOn(StreamId stream, long version, Origin origin, Timer... wanted) {
        timers.put(stream + "@" + version, List.of(wanted));
        replay(stream, version, origin);
    }

    void replay(StreamId stream, long version, Origin origin) {
        Envelope envelope = new Envelope(
                UUID.randomUUID().toString(),
                "test",
                1,
                stream.toString(),
                version,
                now,
                now,
                origin,
                new Actor("officer", Set.of(Role.RECEPTION_OFFICER), null),
                "command-" + version,
                null,
                "correlation-" + version,
                null,
                Audience.AGENCY,
                stream.id(),
                "1.012796@1",
                null);
        documents.write(writer -> {
            book.apply(new ReceivedEvent(envelope, Facts.said(stream, "word"), 0), writer);
            return true;
        });
    }

    void look() {
        look(poller);
    }

    void look(TimerPoller who) {
        try {
            who.look();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long waiting() {
        return book.count(documents);
    }

    double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    double raised(String outcome) {
        return meters.get("tthc.timers.raised")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public StreamType streams() {
        return StreamType.DOSSIER;
    }

    @Override
    public List<Timer> timers(StreamId stream, long version) {
        return timers.getOrDefault(stream + "@" + version, List.of());
    }

    @Override
    public Object command(Timer timer, Instant at) {
        return timer.key() + " at " + at;
    }

    @Override
    public Outcome send(StreamId stream, Object command, CommandContext context) {
        if (trouble != null) {
            throw trouble;
        }
        contexts.add(context);
        boolean first = commits.add(stream + context.commandId());
        if (first) {
            decided.add(stream.id() + ": " + command);
        }
        return new Outcome.Done(stream.toString(), 1, null, !first);
    }

    static LogUnavailable busy() {
        return new LogUnavailable("busy", null);
    }

    @Override
    public void close() throws Exception {
        store.close();
    }
}
