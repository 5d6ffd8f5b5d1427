package vn.tthc.postal.silence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.PostalEvent;
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

/** The items somebody was told of and that were not heard of since; one that is heard of again leaves by itself. */
@Component
class SilentItems implements Projection {
    private static final String COLLECTION = "silent_items";
    private static final String POINT = "point";
    private static final String HEARD = "heard";

    private final DocumentStore documents;
    private final JsonMapper json;

    SilentItems(DocumentStore documents, EventJson json, MeterRegistry meters) {
        this.documents = documents;
        this.json = json.mapper();
        Gauge.builder("tthc.post.silent", this, SilentItems::count)
                .description("Items not heard of for longer than their leg may take")
                .register(meters);
    }

    /**
     * A silent item.
     *
     * @param point postal point where it was heard of last, or that is to fetch it
     * @param heardAt when it was heard of last
     * @param noticedAt when that was told
     */
    record SilentItem(
            String itemId, String dossierId, PostalEvent.Leg leg, String point, Instant heardAt, Instant noticedAt) {}

    @Override
    public String name() {
        return "silent-items";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION, List.of(new Index("all", List.of(), HEARD), new Index("by_point", List.of(POINT), HEARD))));
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter writer) {
        if (!(event.event() instanceof PostalEvent told)) {
            return;
        }
        String itemId = StreamId.parse(event.envelope().stream()).id();
        if (told instanceof PostalEvent.SilenceNoticed silence) {
            put(writer, itemId, silence);
        } else if (told instanceof PostalEvent.Scanned scanned) {
            // A scan that comes late and is older than what was heard last says nothing new.
            writer.get(COLLECTION, itemId)
                    .map(this::read)
                    .filter(silent -> scanned.occurredAt().isAfter(silent.heardAt()))
                    .ifPresent(silent -> writer.delete(COLLECTION, itemId));
        } else if (told instanceof PostalEvent.Delivered
                || told instanceof PostalEvent.Returned
                || told instanceof PostalEvent.Cancelled) {
            writer.delete(COLLECTION, itemId);
        }
    }

    private void put(DocumentWriter writer, String itemId, PostalEvent.SilenceNoticed silence) {
        SilentItem item = new SilentItem(
                itemId, silence.dossierId(), silence.leg(), silence.point(), silence.heardAt(), silence.occurredAt());
        writer.put(
                COLLECTION,
                itemId,
                writer.get(COLLECTION, itemId).map(Document::version).orElse(0L),
                json.writeValueAsString(item),
                Map.of(POINT, silence.point(), HEARD, ChronoUnit.MICROS.between(Instant.EPOCH, silence.heardAt())));
    }

    private SilentItem read(Document document) {
        return json.readValue(document.json(), SilentItem.class);
    }

    /** Some of them, and where the next ones start. */
    record Some(List<SilentItem> items, @Nullable String next) {}

    /**
     * The silent items, the longest silent first.
     *
     * @param point only of that postal point; null for all
     * @throws IllegalArgumentException when {@code after} is not where a page of this list ended
     */
    Some list(@Nullable String point, @Nullable String after, int limit) {
        Page page = documents.find(new Find(
                COLLECTION,
                point == null ? "all" : "by_point",
                Optional.ofNullable(point)
                        .map(id -> Map.<String, Object>of(POINT, id))
                        .orElse(Map.of()),
                null,
                null,
                false,
                after,
                limit));
        return new Some(page.documents().stream().map(this::read).toList(), page.next());
    }

    private double count() {
        return documents.count(new Find(COLLECTION, "all", Map.of(), null, null, false, null, 1));
    }
}
