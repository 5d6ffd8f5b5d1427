package vn.tthc.platform.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;

/** Reads a service's own streams back into states. */
public final class Streams {
    private static final int PAGE = 500;

    private final EventLog log;
    private final EventJson json;

    public Streams(EventLog log, EventJson json) {
        this.log = log;
        this.json = json;
    }

    /**
     * A state and the version it is of.
     *
     * @param version 0 when there is no such stream
     */
    public record Loaded<S>(S state, long version) {}

    /** Folds a stream from its first event. */
    public <S> Loaded<S> load(StreamId stream, S initial, BiFunction<S, TthcEvent, S> evolve) {
        return load(stream, Long.MAX_VALUE, initial, evolve);
    }

    /** Folds a stream from its first event up to a version; what came after does not count. */
    public <S> Loaded<S> load(StreamId stream, long upTo, S initial, BiFunction<S, TthcEvent, S> evolve) {
        S state = initial;
        long version = 0;
        while (true) {
            List<RecordedEvent> page = log.read(stream.toString(), version + 1, (int) Math.min(PAGE, upTo - version));
            for (RecordedEvent event : page) {
                state = evolve.apply(
                        state,
                        json.read(event.envelope().type(), event.envelope().revision(), event.data()));
                version = event.envelope().version();
            }
            if (page.size() < PAGE || version >= upTo) {
                return new Loaded<>(state, version);
            }
        }
    }

    /**
     * Something that happened, with all that is known about it.
     *
     * @param envelope what is known beside its data
     * @param event what happened
     */
    public record Happened(Envelope envelope, TthcEvent event) {}

    /** All that a stream has recorded, oldest first. */
    public List<Happened> history(StreamId stream) {
        List<Happened> history = new ArrayList<>();
        while (true) {
            List<RecordedEvent> page = log.read(stream.toString(), history.size() + 1L, PAGE);
            for (RecordedEvent event : page) {
                Envelope envelope = event.envelope();
                history.add(new Happened(envelope, json.read(envelope.type(), envelope.revision(), event.data())));
            }
            if (page.size() < PAGE) {
                return List.copyOf(history);
            }
        }
    }

    /** The first events of a stream, as many as one commit can have made. */
    public List<TthcEvent> first(String stream) {
        return log.read(stream, 1, PAGE).stream()
                .map(event ->
                        json.read(event.envelope().type(), event.envelope().revision(), event.data()))
                .toList();
    }

    /** The events of a commit. */
    public List<TthcEvent> events(RecordedCommit commit) {
        return commit.events().stream()
                .map(event ->
                        json.read(event.envelope().type(), event.envelope().revision(), event.data()))
                .toList();
    }
}
