package vn.tthc.platform.command;

import java.util.List;
import java.util.function.BiFunction;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.command.RecentStreams.Happened;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedCommit;

/** Reads a service's own streams back into states. */
public final class Streams {
    /** As many as one commit can have made. */
    private static final int ONE_COMMIT = 500;

    private final RecentStreams recent;
    private final EventJson json;

    public Streams(RecentStreams recent, EventJson json) {
        this.recent = recent;
        this.json = json;
    }

    /**
     * A state and the version it is of.
     *
     * @param version 0 when there is no such stream
     */
    public record Loaded<S>(S state, long version) {}

    /** For streams that are folded again with each of their events. */
    public <S> RecentStates<S> states(S initial, BiFunction<S, TthcEvent, S> evolve) {
        return new RecentStates<>(recent, initial, evolve);
    }

    /** Folds a stream from its first event. */
    public <S> Loaded<S> load(StreamId stream, S initial, BiFunction<S, TthcEvent, S> evolve) {
        return load(stream, Long.MAX_VALUE, initial, evolve);
    }

    /** Folds a stream from its first event up to a version; what came after does not count. */
    public <S> Loaded<S> load(StreamId stream, long upTo, S initial, BiFunction<S, TthcEvent, S> evolve) {
        S state = initial;
        List<Happened> events = recent.read(stream.toString(), upTo);
        for (Happened happened : events) {
            state = evolve.apply(state, happened.event());
        }
        return new Loaded<>(state, events.size());
    }

    /** All that a stream has recorded, oldest first. */
    public List<Happened> history(StreamId stream) {
        return List.copyOf(recent.read(stream.toString(), Long.MAX_VALUE));
    }

    /** The first events of a stream, as many as one commit can have made. */
    public List<TthcEvent> first(String stream) {
        return recent.read(stream, ONE_COMMIT).stream().map(Happened::event).toList();
    }

    /** The events of a commit. */
    public List<TthcEvent> events(RecordedCommit commit) {
        return commit.events().stream()
                .map(event ->
                        json.read(event.envelope().type(), event.envelope().revision(), event.data()))
                .toList();
    }
}
