package vn.tthc.platform.consume;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.platform.relay.ControlHandler;

/**
 * How old a view may be: it holds everything that its sources recorded before that moment, except what is parked. While
 * something is held because a part before it is missing, the moment stands still; it never goes back.
 */
public final class Freshness implements ControlHandler {
    /** Enough for a view that is a quarter of an hour behind; older ones are thinned out rather than lost. */
    private static final int KEPT = 512;

    private final List<String> sources;
    private final ConsumerLoops loops;
    private final Map<String, Deque<Watermark>> watermarks = new HashMap<>();
    private final Map<String, Map<String, Instant>> reached = new ConcurrentHashMap<>();

    Freshness(List<String> sources, ConsumerLoops loops) {
        this.sources = List.copyOf(sources);
        this.loops = loops;
    }

    @Override
    public void watermark(Watermark watermark) {
        if (!sources.contains(watermark.service())) {
            return;
        }
        synchronized (watermarks) {
            Deque<Watermark> known = watermarks.computeIfAbsent(watermark.service(), service -> new ArrayDeque<>());
            if (known.isEmpty()
                    || watermark.recordedBefore().isAfter(known.getLast().recordedBefore())) {
                known.addLast(watermark);
            }
            if (known.size() > KEPT) {
                thinOut(known);
            }
        }
    }

    private static void thinOut(Deque<Watermark> known) {
        boolean drop = false;
        for (Iterator<Watermark> each = known.iterator(); each.hasNext(); drop = !drop) {
            each.next();
            if (drop && each.hasNext()) {
                each.remove();
            }
        }
    }

    /**
     * The moment up to which a view is complete; empty while some source has not been heard or nothing is known yet.
     *
     * @param projection name of the projection that keeps the view
     * @throws IllegalArgumentException when there is no such projection
     */
    public Optional<Instant> asOf(String projection) {
        ConsumerLoop loop = loops.loop(projection);
        Map<String, Instant> moments = reached.computeIfAbsent(projection, name -> new ConcurrentHashMap<>());
        // The offsets are read before the shelf: what is held is known before its offset is.
        Map<TopicPartition, Long> offsets = loop.offsets().all();
        if (loop.meters().held() == 0) {
            for (String source : sources) {
                Instant newest = newest(source, loop.topics(), offsets);
                if (newest != null) {
                    moments.merge(source, newest, (before, now) -> now.isAfter(before) ? now : before);
                }
            }
        }
        return moments.size() < sources.size()
                ? Optional.empty()
                : moments.values().stream().min(Instant::compareTo);
    }

    private @Nullable Instant newest(String source, Set<String> topics, Map<TopicPartition, Long> offsets) {
        synchronized (watermarks) {
            Deque<Watermark> known = watermarks.get(source);
            if (known == null) {
                return null;
            }
            for (Iterator<Watermark> each = known.descendingIterator(); each.hasNext(); ) {
                Watermark watermark = each.next();
                if (covers(topics, offsets, watermark)) {
                    return watermark.recordedBefore();
                }
            }
            return null;
        }
    }

    /** Whether a consumer has read below the ends, in the topics it listens to; others are none of its business. */
    private static boolean covers(Set<String> topics, Map<TopicPartition, Long> offsets, Watermark watermark) {
        for (String topic : topics) {
            for (Map.Entry<Integer, Long> end :
                    watermark.ends().getOrDefault(topic, Map.of()).entrySet()) {
                if (offsets.getOrDefault(new TopicPartition(topic, end.getKey()), 0L) < end.getValue()) {
                    return false;
                }
            }
        }
        return true;
    }
}
