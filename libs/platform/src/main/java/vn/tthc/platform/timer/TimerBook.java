package vn.tthc.platform.timer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** Keeps the service's timers as its own events come back from their topics. A view like any other: it can be rebuilt. */
final class TimerBook implements Projection {
    private static final String COLLECTION = "timers";
    private static final int MOST_PER_STREAM = 1000;

    private final Map<StreamType, TimerRule> rules;
    private final JsonMapper json;

    /**
     * A book for some rules.
     *
     * @throws IllegalStateException when two rules are about the same kind of stream
     */
    TimerBook(List<TimerRule> rules, JsonMapper json) {
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(TimerRule::streams, rule -> rule));
        this.json = json;
    }

    /** The command that raises a timer. */
    Object command(StoredTimer timer, Instant now) {
        TimerRule rule = rules.get(timer.streamId().type());
        if (rule == null) {
            throw new IllegalStateException("no rule raises timers of " + timer.stream());
        }
        return rule.command(timer.timer(), now);
    }

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public Set<String> topics() {
        return rules.keySet().stream().map(StreamType::topic).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new CollectionSpec.Index("by_due", List.of(), "due"),
                        new CollectionSpec.Index("by_stream", List.of("stream"), "due"))));
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        Envelope envelope = event.envelope();
        StreamId stream = StreamId.parse(envelope.stream());
        TimerRule rule = rules.get(stream.type());
        if (rule == null) {
            return;
        }
        Map<String, Document> before = stored(documents, envelope.stream());
        for (Timer timer : wanted(rule, stream, envelope, before.keySet())) {
            put(documents, envelope, timer, before.remove(StoredTimer.id(envelope.stream(), timer.key())));
        }
        before.keySet().forEach(id -> documents.delete(COLLECTION, id));
    }

    /** An imported fact sets no timer; it can only take one away. */
    private List<Timer> wanted(TimerRule rule, StreamId stream, Envelope envelope, Set<String> before) {
        List<Timer> timers = rule.timers(stream, envelope.version());
        return envelope.origin() == Origin.IMPORTED
                ? timers.stream()
                        .filter(timer -> before.contains(StoredTimer.id(envelope.stream(), timer.key())))
                        .toList()
                : timers;
    }

    private Map<String, Document> stored(DocumentReader documents, String stream) {
        return documents
                .find(new Find(
                        COLLECTION, "by_stream", Map.of("stream", stream), null, null, false, null, MOST_PER_STREAM))
                .documents()
                .stream()
                .collect(Collectors.toMap(Document::id, document -> document, (a, b) -> a, HashMap::new));
    }

    private void put(DocumentWriter documents, Envelope envelope, Timer timer, @Nullable Document before) {
        if (before != null && read(before).due().equals(timer.due())) {
            return;
        }
        StoredTimer stored = new StoredTimer(
                envelope.stream(), timer.key(), timer.due(), envelope.correlation(), envelope.procedureVersion());
        long version = before == null ? 0 : before.version();
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put("stream", stored.stream());
        indexed.put("due", stored.due().toEpochMilli());
        documents.put(COLLECTION, stored.id(), version, json.writeValueAsString(stored), indexed);
    }

    private StoredTimer read(Document document) {
        return json.readValue(document.json(), StoredTimer.class);
    }

    /** Some of the timers in the order in which they fall due. */
    record Due(List<StoredTimer> timers, @Nullable String next) {}

    /**
     * Timers due before a moment, the oldest first.
     *
     * @param after where the page before ended, null for the first
     */
    Due due(DocumentReader documents, long beforeEpochMilli, @Nullable String after, int limit) {
        Page page =
                documents.find(new Find(COLLECTION, "by_due", Map.of(), null, beforeEpochMilli, false, after, limit));
        List<StoredTimer> timers = new ArrayList<>();
        page.documents().forEach(document -> timers.add(read(document)));
        return new Due(timers, page.next());
    }

    /** The one that falls due first. */
    Optional<StoredTimer> first(DocumentReader documents) {
        return documents.find(new Find(COLLECTION, "by_due", Map.of(), null, null, false, null, 1)).documents().stream()
                .findFirst()
                .map(this::read);
    }

    /** How many timers there are. */
    long count(DocumentReader documents) {
        return documents.count(new Find(COLLECTION, "by_due", Map.of(), null, null, false, null, 1));
    }
}
