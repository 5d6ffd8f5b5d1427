package vn.tthc.postal.anomalies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Ruling;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.PostalPoints;

/** The scans that were set aside, by the point that told them: those that wait for a person, and those that are settled. */
@Component
class ItemAnomalies implements Projection {
    static final String NAME = "item-anomalies";
    private static final String COLLECTION = "item_anomalies";
    private static final String STATE = "state";
    private static final String POINT = "point";
    private static final String SINCE = "since";

    private final ItemReader items;
    private final PostalPoints points;
    private final DocumentStore documents;
    private final JsonMapper json;

    ItemAnomalies(
            ItemReader items, PostalPoints points, DocumentStore documents, EventJson json, MeterRegistry meters) {
        this.items = items;
        this.points = points;
        this.documents = documents;
        this.json = json.mapper();
        Gauge.builder("tthc.post.anomalies", this, ItemAnomalies::open)
                .description("Scans set aside that no person has settled")
                .register(meters);
    }

    /** Whether a person has settled it. */
    enum State {
        OPEN,
        SETTLED
    }

    /**
     * A scan that was set aside.
     *
     * @param point postal point that told it; for what a carrier told, the delivery office of the item, or the point that
     *     fetches it
     * @param occurredAt when it happened, by the device
     * @param recordedAt when it was set aside
     * @param settled what a person said of it; null while nobody has
     */
    record ItemAnomaly(
            String itemId,
            String dossierId,
            String scanId,
            ScanKind kind,
            Anomaly anomaly,
            String point,
            String device,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable Settlement settled) {

        ItemAnomaly settled(Settlement settlement) {
            return new ItemAnomaly(
                    itemId, dossierId, scanId, kind, anomaly, point, device, occurredAt, recordedAt, settlement);
        }
    }

    /**
     * What a person said of it.
     *
     * @param by account of who said so
     * @param correction scan that tells what happened instead
     */
    record Settlement(
            Instant at, String by, Ruling ruling, @Nullable String correction, String ground) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION,
                List.of(new Index("all", List.of(STATE), SINCE), new Index("by_point", List.of(STATE, POINT), SINCE))));
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter writer) {
        if (event.event() instanceof PostalEvent.AnomalyRecorded aside) {
            put(writer, recorded(event.envelope(), aside));
        } else if (event.event() instanceof PostalEvent.AnomalySettled settled) {
            put(writer, settled(event.envelope(), settled, writer));
        }
    }

    private ItemAnomaly recorded(Envelope envelope, PostalEvent.AnomalyRecorded aside) {
        Scan scan = aside.scan();
        return new ItemAnomaly(
                item(envelope),
                aside.dossierId(),
                scan.scanId(),
                scan.kind(),
                aside.anomaly(),
                point(envelope, scan),
                scan.device(),
                scan.occurredAt(),
                envelope.recordedAt(),
                null);
    }

    /** Whose it is to look into it: a carrier's own place is no point of ours. */
    private String point(Envelope envelope, Scan scan) {
        if (points.find(scan.point()).isPresent()) {
            return scan.point();
        }
        PostalEvent.Opened item = items.upTo(StreamId.parse(envelope.stream()), envelope.version())
                .orElseThrow()
                .item();
        return item.office() == null ? points.fetching(item.from().id()) : item.office();
    }

    private ItemAnomaly settled(Envelope envelope, PostalEvent.AnomalySettled settled, DocumentWriter writer) {
        String id = id(item(envelope), settled.scanId());
        Document known = writer.get(COLLECTION, id)
                .orElseThrow(() -> new IllegalStateException(
                        envelope.stream() + " settles a scan that was never told to be set aside"));
        return read(known)
                .settled(new Settlement(
                        settled.occurredAt(),
                        envelope.actor().id(),
                        settled.ruling(),
                        settled.correction(),
                        settled.ground()));
    }

    private void put(DocumentWriter writer, ItemAnomaly anomaly) {
        String id = id(anomaly.itemId(), anomaly.scanId());
        State state = anomaly.settled() == null ? State.OPEN : State.SETTLED;
        writer.put(
                COLLECTION,
                id,
                writer.get(COLLECTION, id).map(Document::version).orElse(0L),
                json.writeValueAsString(anomaly),
                Map.of(
                        STATE,
                        state.name(),
                        POINT,
                        anomaly.point(),
                        SINCE,
                        anomaly.recordedAt().toEpochMilli()));
    }

    private static String item(Envelope envelope) {
        return StreamId.parse(envelope.stream()).id();
    }

    private static String id(String itemId, String scanId) {
        return itemId + "/" + scanId;
    }

    private ItemAnomaly read(Document document) {
        return json.readValue(document.json(), ItemAnomaly.class);
    }

    /** Some of them, and where the next ones start. */
    record Some(List<ItemAnomaly> anomalies, @Nullable String next) {}

    /**
     * A page of them, what was set aside first is first.
     *
     * @param point only those told at that postal point; null for all
     * @throws IllegalArgumentException when {@code after} is not where a page of this list ended
     */
    Some list(State state, @Nullable String point, @Nullable String after, int limit) {
        Map<String, Object> which = new HashMap<>(Map.of(STATE, state.name()));
        if (point != null) {
            which.put(POINT, point);
        }
        Page page = documents.find(
                new Find(COLLECTION, point == null ? "all" : "by_point", which, null, null, false, after, limit));
        return new Some(page.documents().stream().map(this::read).toList(), page.next());
    }

    private double open() {
        return documents.count(
                new Find(COLLECTION, "all", Map.of(STATE, State.OPEN.name()), null, null, false, null, 1));
    }
}
