package vn.tthc.platform.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;

/**
 * Reads streams, and remembers those read or written lately. One command reads its stream several times: to see who may
 * act, to decide, and for the timers and lists that follow from it. A log only grows, so what is remembered of a stream
 * is never wrong, only short: whoever wants more than that is answered by the log. Bounded by events.
 */
public final class RecentStreams {
    private static final int PAGE = 500;

    /** Some fifteen megabytes. */
    private static final int MOST_EVENTS = 5_000;

    /** Reference streams are long, and read once; an item that many devices tell of may be long too. */
    private static final int LONGEST = 1_000;

    private final EventLog log;
    private final EventJson json;
    private final Map<String, List<Happened>> known = new LinkedHashMap<>(64, 0.75f, true);
    private int events;

    public RecentStreams(EventLog log, EventJson json) {
        this.log = log;
        this.json = json;
    }

    /**
     * Something that happened, with all that is known about it.
     *
     * @param envelope what is known beside its data
     * @param event what happened
     */
    public record Happened(Envelope envelope, TthcEvent event) {}

    /**
     * The first events of a stream, up to a version.
     *
     * @param upTo {@link Long#MAX_VALUE} for all there are
     */
    public List<Happened> read(String stream, long upTo) {
        List<Happened> start = remembered(stream).orElse(List.of());
        if (start.size() >= upTo) {
            return start.subList(0, (int) upTo);
        }
        List<Happened> all = new ArrayList<>(start);
        all.addAll(fromLog(stream, start.size(), upTo));
        if (all.size() > start.size()) {
            remember(stream, List.copyOf(all));
        }
        return all;
    }

    /**
     * Events of a stream after a version, up to another.
     *
     * @param upTo {@link Long#MAX_VALUE} for all there are
     */
    public List<Happened> readAfter(String stream, long after, long upTo) {
        int start = remembered(stream).map(List::size).orElse(0);
        if (after <= start) {
            List<Happened> all = read(stream, upTo);
            return all.subList((int) Math.min(after, all.size()), all.size());
        }
        return fromLog(stream, after, upTo);
    }

    private List<Happened> fromLog(String stream, long after, long upTo) {
        List<Happened> read = new ArrayList<>();
        List<RecordedEvent> page;
        do {
            page = log.read(stream, after + read.size() + 1, (int) Math.min(PAGE, upTo - after - read.size()));
            page.forEach(event -> read.add(happened(event)));
        } while (page.size() == PAGE && after + read.size() < upTo);
        return read;
    }

    /** Takes note of a commit that is in the log. */
    public void appended(RecordedCommit commit) {
        long before = commit.events().getFirst().envelope().version() - 1;
        Optional<List<Happened>> start = before == 0 ? Optional.of(List.of()) : remembered(commit.stream());
        start.filter(events -> events.size() == before).ifPresent(events -> {
            // From the bytes, as everybody reads them later.
            List<Happened> all = new ArrayList<>(events);
            commit.events().forEach(event -> all.add(happened(event)));
            remember(commit.stream(), List.copyOf(all));
        });
    }

    private Happened happened(RecordedEvent event) {
        Envelope envelope = event.envelope();
        return new Happened(envelope, json.read(envelope.type(), envelope.revision(), event.data()));
    }

    private synchronized Optional<List<Happened>> remembered(String stream) {
        return Optional.ofNullable(known.get(stream));
    }

    private synchronized void remember(String stream, List<Happened> all) {
        List<Happened> shorter = known.get(stream);
        if (all.size() > LONGEST || (shorter != null && shorter.size() >= all.size())) {
            return;
        }
        known.put(stream, all);
        events += all.size() - (shorter == null ? 0 : shorter.size());
        Iterator<List<Happened>> oldest = known.values().iterator();
        while (events > MOST_EVENTS && oldest.hasNext()) {
            events -= oldest.next().size();
            oldest.remove();
        }
    }
}
