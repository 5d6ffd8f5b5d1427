package vn.tthc.postal.manifests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.postal.domain.ManifestState;

/** The manifests by the points they leave from and go to, and by how far they have come. */
@Component
class ManifestLists implements Projection {
    private static final String COLLECTION = "manifests";

    private final ManifestReader manifests;
    private final JsonMapper json;

    ManifestLists(ManifestReader manifests, EventJson json) {
        this.manifests = manifests;
        this.json = json.mapper();
    }

    /** Which of its points a manifest is looked for by. */
    enum Side {
        /** Where it leaves from. */
        FROM,
        /** Where it goes to. */
        TO
    }

    @Override
    public String name() {
        return "manifests";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(Side.FROM.name(), List.of("from", "phase"), "opened"),
                        new Index(Side.TO.name(), List.of("to", "phase"), "opened"))));
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        if (!(event.event() instanceof ManifestEvent)) {
            return;
        }
        StreamId stream = StreamId.parse(event.envelope().stream());
        manifests.upTo(stream, event.envelope().version()).ifPresent(manifest -> put(stream.id(), manifest, documents));
    }

    private void put(String id, ManifestState.Known manifest, DocumentWriter documents) {
        ManifestEntry entry = ManifestEntry.of(id, manifest);
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put("from", entry.from());
        indexed.put("to", entry.to());
        indexed.put("phase", entry.phase().name());
        indexed.put("opened", ChronoUnit.MICROS.between(Instant.EPOCH, entry.openedAt()));
        long version = documents.get(COLLECTION, id).map(Document::version).orElse(0L);
        documents.put(COLLECTION, id, version, json.writeValueAsString(entry), indexed);
    }

    /** Some manifests, and where the next ones start. */
    record Found(List<ManifestEntry> manifests, @Nullable String next) {}

    /**
     * Manifests of a point, the newest first.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page of this list ended
     */
    Found find(
            DocumentReader documents,
            Side side,
            String point,
            ManifestState.Phase phase,
            @Nullable String after,
            int limit) {
        String field = side == Side.FROM ? "from" : "to";
        Page page = documents.find(new Find(
                COLLECTION, side.name(), Map.of(field, point, "phase", phase.name()), null, null, true, after, limit));
        return new Found(
                page.documents().stream()
                        .map(document -> json.readValue(document.json(), ManifestEntry.class))
                        .toList(),
                page.next());
    }
}
