package vn.tthc.platform.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.command.RecentStreams.Happened;
import vn.tthc.platform.command.Streams.Loaded;

/**
 * Folds streams of one kind, and remembers the states it came to lately. Several views follow a stream event by event, each
 * at a place of its own: without it every event would cost as much as all before it together. A state of a version never
 * changes, so what is remembered is never wrong. Bounded by events, since a state may keep something of each.
 *
 * @param <S> what a stream comes to
 */
public final class RecentStates<S> {
    /** Some ten megabytes. */
    private static final int MOST_EVENTS = 20_000;

    /** More than a stream has followers. The one not asked for longest goes: whoever is far behind must not lose its own. */
    private static final int MOST_OF_A_STREAM = 16;

    private final RecentStreams recent;
    private final S initial;
    private final BiFunction<S, TthcEvent, S> evolve;
    /** By stream the states by version; of both, what was asked for last stands last. */
    private final Map<String, Map<Long, S>> known = new LinkedHashMap<>(64, 0.75f, true);

    private long events;

    RecentStates(RecentStreams recent, S initial, BiFunction<S, TthcEvent, S> evolve) {
        this.recent = recent;
        this.initial = initial;
        this.evolve = evolve;
    }

    /** What a stream has come to. */
    public Loaded<S> now(StreamId stream) {
        return upTo(stream, Long.MAX_VALUE);
    }

    /** What a stream had come to at a version; what came after does not count. */
    public Loaded<S> upTo(StreamId stream, long version) {
        Loaded<S> before = nearest(stream.toString(), version);
        if (before.version() == version) {
            return before;
        }
        S state = before.state();
        List<Happened> since = recent.readAfter(stream.toString(), before.version(), version);
        for (Happened happened : since) {
            state = evolve.apply(state, happened.event());
        }
        Loaded<S> loaded = new Loaded<>(state, before.version() + since.size());
        if (!since.isEmpty()) {
            remember(stream.toString(), loaded);
        }
        return loaded;
    }

    private synchronized Loaded<S> nearest(String stream, long version) {
        Map<Long, S> states = known.getOrDefault(stream, Map.of());
        return states.keySet().stream()
                .filter(there -> there <= version)
                .max(Long::compare)
                .map(there -> new Loaded<>(Objects.requireNonNull(states.get(there)), there))
                .orElseGet(() -> new Loaded<>(initial, 0));
    }

    private synchronized void remember(String stream, Loaded<S> loaded) {
        Map<Long, S> states = known.computeIfAbsent(stream, name -> new LinkedHashMap<>(16, 0.75f, true));
        if (states.put(loaded.version(), loaded.state()) == null) {
            events += loaded.version();
        }
        if (states.size() > MOST_OF_A_STREAM) {
            Iterator<Long> oldest = states.keySet().iterator();
            events -= oldest.next();
            oldest.remove();
        }
        Iterator<Map<Long, S>> oldest = known.values().iterator();
        while (events > MOST_EVENTS && oldest.hasNext()) {
            oldest.next().keySet().forEach(version -> events -= version);
            oldest.remove();
        }
    }
}
