package vn.tthc.platform.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.PageCursor;
import vn.tthc.platform.store.StaleDocument;

/**
 * The documents as one unit of work sees them: what is stored, with its own changes over it. Nothing is stored here; the
 * changes are there to be kept as one document and carried out after that. A database that cannot be asked is told as a
 * store that is away, which is no fault of the event that is being applied.
 */
final class StagedDocuments implements DocumentWriter {
    private final MongoCollections collections;
    private final Map<Place, Optional<StoredDocument>> read = new HashMap<>();
    private final Map<Place, Change> changes = new LinkedHashMap<>();
    private final Deque<Undo> undo = new ArrayDeque<>();
    private boolean looked;

    StagedDocuments(MongoCollections collections) {
        this.collections = collections;
    }

    private record Place(String collection, String id) {}

    private record Undo(Place place, @Nullable Change before) {}

    /** All changes, in the order in which their documents were first changed. */
    Collection<Change> changes() {
        return changes.values();
    }

    /** Whether it only made new documents and looked at nothing before: then each of them stands for itself. */
    boolean isBlindInsert() {
        return !looked
                && changes.size() == 1
                && changes.values().iterator().next().base() == 0;
    }

    /** Runs a part; when it fails its changes are taken back, and no others. */
    void attempt(Runnable part) {
        int mark = undo.size();
        try {
            part.run();
        } catch (RuntimeException e) {
            while (undo.size() > mark) {
                Undo last = undo.pop();
                if (last.before() == null) {
                    changes.remove(last.place());
                } else {
                    changes.put(last.place(), last.before());
                }
            }
            throw e;
        }
    }

    private void change(Place place, Change change) {
        undo.push(new Undo(place, changes.put(place, change)));
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        looked = true;
        return current(new Place(collection, id)).flatMap(StoredDocument::asDocument);
    }

    /** With the traces of those that were removed. */
    private Optional<StoredDocument> current(Place place) {
        Change change = changes.get(place);
        return change != null ? Optional.of(change.document()) : stored(place);
    }

    private Optional<StoredDocument> stored(Place place) {
        return read.computeIfAbsent(
                place, key -> MongoDocuments.reading(() -> collections.get(key.collection(), key.id())));
    }

    @Override
    public void put(
            String collection, String id, long expectedVersion, String json, Map<String, @Nullable Object> indexed) {
        Place place = new Place(collection, id);
        Optional<StoredDocument> before = current(place);
        long version = before.filter(StoredDocument::isThere)
                .map(StoredDocument::version)
                .orElse(0L);
        if (version != expectedVersion) {
            throw new StaleDocument(collection, id, expectedVersion);
        }
        change(place, before, json, IndexedValues.stored(indexed));
    }

    @Override
    public void delete(String collection, String id) {
        Place place = new Place(collection, id);
        Optional<StoredDocument> before = current(place);
        if (before.isPresent() && before.get().isThere()) {
            change(place, before, null, Map.of());
        }
    }

    private void change(
            Place place, Optional<StoredDocument> before, @Nullable String json, Map<String, Object> indexed) {
        Optional<StoredDocument> stored = stored(place);
        long base = stored.map(StoredDocument::version).orElse(0L);
        boolean afterGone = stored.isPresent() && !stored.get().isThere();
        long version = before.map(StoredDocument::version).orElse(0L) + 1;
        StoredDocument after = new StoredDocument(place.id(), version, json, indexed);
        change(place, new Change(place.collection(), base, afterGone, after));
    }

    @Override
    public Page find(Find query) {
        looked = true;
        PageCursor after = query.after() == null ? null : PageCursor.read(query.after());
        CollectionSpec.Index index = collections.index(query);
        List<StoredDocument> own = own(query.collection());
        List<StoredDocument> found = new ArrayList<>();
        // As many more as may be hidden by changes of this unit.
        int limit = query.limit() + 1 + own.size();
        for (StoredDocument stored : MongoDocuments.reading(() -> collections.find(query, after, limit))) {
            if (!changes.containsKey(new Place(query.collection(), stored.id()))) {
                found.add(stored);
            }
        }
        Comparator<StoredDocument> order = order(query, index);
        own.stream()
                .filter(document -> matches(document, query, index))
                .filter(document -> after == null || isAfter(document, after, query, index))
                .forEach(found::add);
        found.sort(order);
        boolean more = found.size() > query.limit();
        List<StoredDocument> page = more ? found.subList(0, query.limit()) : found;
        return new Page(
                page.stream().flatMap(each -> each.asDocument().stream()).toList(),
                more ? cursor(page.getLast(), index) : null);
    }

    private static String cursor(StoredDocument last, CollectionSpec.Index index) {
        return new PageCursor(value(last, index), last.id()).written();
    }

    private static Object value(StoredDocument document, CollectionSpec.Index index) {
        Object value = document.indexed().get(index.order());
        if (value == null) {
            throw new IllegalStateException("a document without " + index.order() + " was found by it");
        }
        return value;
    }

    private static Comparator<StoredDocument> order(Find query, CollectionSpec.Index index) {
        Comparator<StoredDocument> order = (a, b) -> {
            int byValue = IndexedValues.compare(value(a, index), value(b, index));
            return byValue != 0 ? byValue : a.id().compareTo(b.id());
        };
        return query.descending() ? order.reversed() : order;
    }

    private static boolean isAfter(StoredDocument document, PageCursor after, Find query, CollectionSpec.Index index) {
        int byValue = IndexedValues.compare(value(document, index), after.order());
        int place = byValue != 0 ? byValue : document.id().compareTo(after.id());
        return query.descending() ? place < 0 : place > 0;
    }

    /** What this unit has changed in a collection. */
    private List<StoredDocument> own(String collection) {
        return changes.entrySet().stream()
                .filter(change -> change.getKey().collection().equals(collection))
                .map(change -> change.getValue().document())
                .toList();
    }

    private static boolean matches(StoredDocument document, Find query, CollectionSpec.Index index) {
        Object order = document.indexed().get(index.order());
        if (!document.isThere() || order == null) {
            return false;
        }
        for (String field : index.equal()) {
            if (!IndexedValues.stored(query.equal().get(field))
                    .equals(document.indexed().get(field))) {
                return false;
            }
        }
        return (query.from() == null || IndexedValues.compare(order, IndexedValues.stored(query.from())) >= 0)
                && (query.to() == null || IndexedValues.compare(order, IndexedValues.stored(query.to())) < 0);
    }

    @Override
    public long count(Find query) {
        looked = true;
        CollectionSpec.Index index = collections.index(query);
        long count = MongoDocuments.reading(() -> collections.count(query));
        for (Change change : changes.values()) {
            if (change.collection().equals(query.collection())) {
                Place place = new Place(change.collection(), change.document().id());
                boolean was = stored(place)
                        .filter(before -> matches(before, query, index))
                        .isPresent();
                boolean is = matches(change.document(), query, index);
                count += (is ? 1 : 0) - (was ? 1 : 0);
            }
        }
        return count;
    }
}
