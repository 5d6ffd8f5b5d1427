package vn.tthc.platform.mongo;

import com.mongodb.MongoException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Comparison;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.RebuildableDocuments;

/** A collection of MongoDB per collection, an index per declared index; every unit of work is one document first. */
public final class MongoDocuments implements RebuildableDocuments {
    private static final String OWNER = "documents";

    private final MongoCollections collections;
    private final Lanes lanes;
    private final Changes changes;

    /** The documents of a service. */
    public MongoDocuments(MongoConnection connection, InstantSource clock) {
        this.collections = new MongoCollections(connection);
        this.lanes = new Lanes(connection, collections, clock);
        this.changes = new Changes(collections, clock);
    }

    Lanes lanes() {
        return lanes;
    }

    MongoCollections collections() {
        return collections;
    }

    @Override
    public void declare(List<CollectionSpec> specs) {
        reading(() -> {
            specs.forEach(collections::declare);
            return specs.size();
        });
    }

    @Override
    public <T> T write(Function<DocumentWriter, T> work) {
        StagedDocuments staged = new StagedDocuments(collections);
        T result = reading(() -> work.apply(staged));
        if (staged.changes().isEmpty()) {
            return result;
        }
        if (staged.isBlindInsert()) {
            insert(staged.changes().iterator().next());
            return result;
        }
        // It looked at something before it wrote: then it must be sure that nobody changes that meanwhile.
        return lanes.run(OWNER, 0, work::apply);
    }

    private void insert(Change change) {
        try {
            changes.insert(change);
        } catch (MongoException e) {
            if (Failures.isDuplicate(e)) {
                throw new vn.tthc.platform.store.StaleDocument(
                        change.collection(), change.document().id(), change.base());
            }
            if (Failures.isRefusal(e)) {
                throw new StoreUnavailable("MongoDB refused a document: " + Failures.of(e), e);
            }
            throw new OutcomePending("It is not known whether a document was stored: " + Failures.of(e));
        }
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return reading(() -> collections.get(collection, id)).flatMap(StoredDocument::asDocument);
    }

    @Override
    public Page find(Find query) {
        return reading(() -> new StagedDocuments(collections).find(query));
    }

    @Override
    public long count(Find query) {
        return reading(() -> {
            collections.index(query);
            return collections.count(query);
        });
    }

    @Override
    public void drop(List<String> names) {
        reading(() -> {
            names.forEach(collections::drop);
            return names.size();
        });
    }

    @Override
    public boolean comparesSnapshots() {
        return false;
    }

    /** There are no snapshots, so it says only at the end that writers may go on. */
    @Override
    public Comparison compare(Map<String, String> pairs, Runnable opened) {
        return reading(() -> {
            CollectionComparison comparison = new CollectionComparison(collections);
            pairs.forEach(comparison::compare);
            opened.run();
            return comparison.result();
        });
    }

    static <T extends @Nullable Object> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new StoreUnavailable("MongoDB cannot be asked now: " + Failures.of(e), e);
        }
    }
}
