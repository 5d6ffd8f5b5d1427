package vn.tthc.query.dossierview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;

/** The views of all dossiers in their collection, with every way to list them. */
public final class Dossiers {
    /** The moment lists are ordered by: reception, or the filing of a dossier that has not been received yet. */
    public static final String ORDER = "received_at";

    /** What can be asked, each an index; nothing else is served. */
    public static final List<Index> INDEXES = List.of(
            index("all"),
            index("status", "status"),
            index("agency", "agency"),
            index("level", "level"),
            index("channel", "channel"),
            index("source", "source"),
            index("procedure", "procedure"),
            index("agency_status", "agency", "status"),
            index("level_status", "level", "status"),
            index("procedure_status", "procedure", "status"),
            index("source_status", "source", "status"),
            index("source_channel", "source", "channel"));

    private Dossiers() {}

    private static Index index(String name, String... equal) {
        return new Index(name, List.of(equal), ORDER);
    }

    /** The collection the views stand in. */
    public static CollectionSpec spec() {
        return new CollectionSpec(DossierView.COLLECTION, INDEXES);
    }

    /** The view of a dossier, empty when nothing has been heard of it. */
    public static Optional<DossierView> get(DocumentReader documents, String id) {
        return documents.get(DossierView.COLLECTION, id).map(Dossiers::read);
    }

    /** A view from its document. */
    public static DossierView read(Document document) {
        return ViewJson.read(document.json(), DossierView.class);
    }

    /** Stores a view by compare-and-set on the version it was read at, 0 for a new one. */
    public static void put(DocumentWriter documents, DossierView view, long version) {
        put(documents, view, version, ViewJson.write(view));
    }

    /** The same for who has its text already. */
    public static void put(DocumentWriter documents, DossierView view, long version, String json) {
        documents.put(DossierView.COLLECTION, view.id(), version, json, indexed(view));
    }

    static Map<String, @Nullable Object> indexed(DossierView view) {
        Shown shown = view.shown();
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put(
                "status",
                shown.status() == null ? null : Long.valueOf(shown.status().code()));
        Shown.Holder holder = shown.holder();
        indexed.put("agency", holder == null ? null : holder.agency());
        indexed.put(
                "level",
                holder == null || holder.level() == null ? null : holder.level().name());
        indexed.put("channel", shown.channel() == null ? null : shown.channel().name());
        indexed.put("source", shown.source());
        indexed.put("procedure", shown.procedure());
        Instant at = shown.receivedAt() != null ? shown.receivedAt() : shown.filedAt();
        indexed.put(ORDER, at == null ? null : micros(at));
        return indexed;
    }

    /** A moment as an indexed value: microseconds since 1970, so that any calendar year fits. */
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
