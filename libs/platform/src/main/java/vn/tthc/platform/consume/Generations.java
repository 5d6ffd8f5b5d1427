package vn.tthc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;

/**
 * Which generation of each view serves. A view is rebuilt into the next generation beside the serving one, and then they
 * change places; the first one has no suffix. Where several processes share the store each looks again and again which
 * one serves, and what it reads after it has not looked for long it reads once more.
 */
final class Generations {
    private static final String COLLECTION = "view_generations";

    /** So often something is read that was out of date when it came. */
    private static final int READS = 3;

    private final DocumentStore documents;
    private final @Nullable GenerationTimes shared;
    private final Map<String, Projection> views = new ConcurrentHashMap<>();
    private final Map<String, Known> serving = new ConcurrentHashMap<>();
    private final Map<String, String> viewOfCollection = new ConcurrentHashMap<>();

    /**
     * The generations of a service.
     *
     * @param shared the times by which processes agree, null where one process has the store for itself
     */
    Generations(DocumentStore documents, @Nullable GenerationTimes shared) {
        this.documents = documents;
        this.shared = shared;
        documents.declare(List.of(new CollectionSpec(COLLECTION, List.of())));
    }

    /** A generation and the moment before it was looked up. */
    private record Known(long generation, long atNanos) {
        /** Two may look at once, and who read first may be the last to say so; numbers only rise. */
        Known orLater(Known other) {
            if (other.generation != generation) {
                return other.generation > generation ? other : this;
            }
            return other.atNanos - atNanos > 0 ? other : this;
        }
    }

    /** What is stored of a view, and in which version. */
    record Stored(StoredGeneration generation, long version) {}

    /** Learns of a view and answers which generation of it serves. */
    long register(Projection view) {
        view.collections().forEach(collection -> viewOfCollection.put(collection.name(), view.name()));
        views.put(view.name(), view);
        return look(view.name()).generation().serving();
    }

    /**
     * Looks which generation serves; its collections can be read when this process believes it. It never goes back to an
     * earlier one, which would be read as if it were as new as the one that replaced it.
     */
    Stored look(String view) {
        long before = System.nanoTime();
        Stored stored = stored(view);
        long generation = stored.generation().serving();
        Known known = serving.get(view);
        Projection projection = views.get(view);
        if (projection != null && known != null && known.generation() < generation) {
            documents.declare(collections(projection, generation));
        }
        serving.merge(view, new Known(generation, before), Known::orLater);
        return stored;
    }

    Stored stored(String view) {
        return documents
                .get(COLLECTION, view)
                .map(document -> new Stored(StoredGeneration.of(document.json()), document.version()))
                .orElseGet(() -> new Stored(StoredGeneration.FIRST, 0));
    }

    /**
     * Stores what becomes of a view unless somebody else has done so.
     *
     * @return what is stored now, or empty when somebody else was faster
     */
    Optional<Stored> change(String view, Stored from, StoredGeneration to) {
        long version = documents.write(writer -> {
            long now = writer.get(COLLECTION, view).map(Document::version).orElse(0L);
            if (now != from.version()) {
                return -1L;
            }
            writer.put(COLLECTION, view, now, to.text(), Map.of());
            return now + 1;
        });
        return version < 0 ? Optional.empty() : Optional.of(new Stored(to, version));
    }

    @Nullable
    GenerationTimes shared() {
        return shared;
    }

    long serving(String view) {
        Known known = serving.get(view);
        return known == null ? 1 : known.generation();
    }

    /** What is stored about it, which after an unclear write need not be what this process believes. */
    boolean isStored(String view, long generation) {
        return stored(view).generation().serving() == generation;
    }

    /** From now on, and after every restart, that generation serves. */
    void serve(String view, long generation) {
        documents.write(writer -> {
            Optional<Document> before = writer.get(COLLECTION, view);
            writer.put(
                    COLLECTION, view, before.map(Document::version).orElse(0L), String.valueOf(generation), Map.of());
            return generation;
        });
        serving.put(view, new Known(generation, System.nanoTime()));
    }

    /** Reads a collection in the generation that serves, and nothing that may have been dropped meanwhile. */
    <T> T reading(String collection, Function<String, T> read) {
        String view = viewOfCollection.get(collection);
        if (view == null) {
            return read.apply(collection);
        }
        for (int i = 0; i < READS; i++) {
            Known known = fresh(view);
            T result = read.apply(collection(collection, known.generation()));
            if (isFresh(known)) {
                return result;
            }
        }
        throw new StoreUnavailable("What was read of " + view + " was out of date each time.", null);
    }

    private Known fresh(String view) {
        Known known = serving.get(view);
        if (known == null || !isFresh(known)) {
            look(view);
            known = serving.get(view);
        }
        return known == null ? new Known(1, System.nanoTime()) : known;
    }

    private boolean isFresh(Known known) {
        return shared == null
                || System.nanoTime() - known.atNanos() < shared.lease().toNanos();
    }

    /** The name under which the serving generation keeps a collection. */
    String collection(String name) {
        String view = viewOfCollection.get(name);
        return view == null ? name : collection(name, serving(view));
    }

    static String collection(String name, long generation) {
        return generation == 1 ? name : name + "__g" + generation;
    }

    static String consumer(String view, long generation) {
        return generation == 1 ? view : view + "-g" + generation;
    }

    static List<CollectionSpec> collections(Projection view, long generation) {
        return view.collections().stream()
                .map(spec -> new CollectionSpec(collection(spec.name(), generation), spec.indexes()))
                .toList();
    }
}
