package vn.tthc.platform.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** The wrapped keys this service holds, as documents, where several processes share them. */
final class DocumentKeys implements HeldKeys {
    private static final String KEYS = "person_keys";
    private static final String OFFSETS = "person_key_offsets";
    private static final String PENDING = "pending";
    private static final String PUBLISHED = "published";
    private static final String MASTER = "master";
    private static final String PARTITION = "partition";
    private static final String PERSON = "person";
    private static final String KEY_PENDING = "key";
    private static final String END_PENDING = "end";
    private static final int PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final DocumentStore documents;

    DocumentKeys(DocumentStore documents) {
        this.documents = documents;
        documents.declare(List.of(
                new CollectionSpec(
                        KEYS,
                        List.of(
                                new Index(PENDING, List.of(PENDING), PERSON),
                                new Index(PUBLISHED, List.of(), PUBLISHED),
                                new Index(MASTER, List.of(), MASTER))),
                new CollectionSpec(OFFSETS, List.of(new Index(PARTITION, List.of(), PARTITION)))));
    }

    /**
     * A key as it is stored.
     *
     * @param wrapped null when the person is forgotten
     * @param master version of the master key that wraps it
     * @param published when it, or its end, was put on the topic, 0 when it came from there; null when it is not there
     */
    record Held(
            @Nullable String wrapped,
            @Nullable Integer master,
            @Nullable Long published) {

        Held published(@Nullable Long at) {
            return new Held(wrapped, master, at);
        }

        /** From the topic it stays, and what is made here is to be published once more. */
        @Nullable
        Long again() {
            return published != null && published == 0 ? published : null;
        }
    }

    private static Held held(Document document) {
        return JSON.readValue(document.json(), Held.class);
    }

    private static PersonKey key(Document document) {
        Held held = held(document);
        if (held.wrapped() == null || held.master() == null) {
            throw new IllegalStateException("a key that is gone was found as one");
        }
        return new PersonKey(document.id(), held.wrapped(), held.master());
    }

    private static void put(DocumentWriter writer, String person, long version, Held held) {
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put(PERSON, person);
        indexed.put(MASTER, held.master());
        indexed.put(PUBLISHED, held.published());
        if (held.published() == null) {
            indexed.put(PENDING, held.wrapped() == null ? END_PENDING : KEY_PENDING);
        }
        writer.put(KEYS, person, version, JSON.writeValueAsString(held), indexed);
    }

    @Override
    public void add(PersonKey key) {
        documents.write(writer -> {
            put(writer, key.person(), 0, new Held(key.wrapped(), key.masterKeyVersion(), null));
            return key;
        });
    }

    @Override
    public Optional<PersonKey> find(String person) {
        return documents
                .get(KEYS, person)
                .filter(document -> held(document).wrapped() != null)
                .map(DocumentKeys::key);
    }

    @Override
    public List<PersonKey> onePerMasterKey() {
        Map<Integer, PersonKey> found = new LinkedHashMap<>();
        long from = 0;
        while (true) {
            Optional<PersonKey> next =
                    byMaster(documents, from, null, 1).stream().findFirst();
            if (next.isEmpty()) {
                return List.copyOf(found.values());
            }
            found.put(next.get().masterKeyVersion(), next.get());
            from = next.get().masterKeyVersion() + 1L;
        }
    }

    private static List<PersonKey> byMaster(DocumentReader reader, @Nullable Long from, @Nullable Long to, int limit) {
        return reader.find(new Find(KEYS, MASTER, Map.of(), from, to, false, null, limit)).documents().stream()
                .map(DocumentKeys::key)
                .toList();
    }

    private List<Document> pending(String what, int limit) {
        return documents
                .find(new Find(KEYS, PENDING, Map.of(PENDING, what), null, null, false, null, limit))
                .documents();
    }

    @Override
    public List<PersonKey> unpublished(int limit) {
        return pending(KEY_PENDING, limit).stream().map(DocumentKeys::key).toList();
    }

    @Override
    public void markPublished(List<PersonKey> keys, long at) {
        documents.write(writer -> {
            for (PersonKey key : keys) {
                writer.get(KEYS, key.person())
                        .ifPresent(document -> put(
                                writer,
                                key.person(),
                                document.version(),
                                held(document).published(at)));
            }
            return keys;
        });
    }

    @Override
    public int publishLastAgain(long marginMillis) {
        return documents.write(writer -> {
            Optional<Long> last =
                    writer.find(new Find(KEYS, PUBLISHED, Map.of(), null, null, true, null, 1)).documents().stream()
                            .findFirst()
                            .map(document -> held(document).published());
            if (last.isEmpty() || last.get() == 0) {
                return 0;
            }
            List<Document> again = all(writer, PUBLISHED, Math.max(1, last.get() - marginMillis), null);
            again.forEach(document -> put(
                    writer, document.id(), document.version(), held(document).published(null)));
            return again.size();
        });
    }

    private static List<Document> all(DocumentReader reader, String index, @Nullable Long from, @Nullable Long to) {
        List<Document> all = new ArrayList<>();
        String after = null;
        do {
            Page page = reader.find(new Find(KEYS, index, Map.of(), from, to, false, after, PAGE));
            all.addAll(page.documents());
            after = page.next();
        } while (after != null);
        return all;
    }

    @Override
    public List<String> untold(int limit) {
        return pending(END_PENDING, limit).stream().map(Document::id).toList();
    }

    @Override
    public void markTold(List<String> persons, long at) {
        documents.write(writer -> {
            for (String person : persons) {
                writer.get(KEYS, person)
                        .filter(document -> held(document).wrapped() == null)
                        .ifPresent(document -> put(
                                writer,
                                person,
                                document.version(),
                                held(document).published(at)));
            }
            return persons;
        });
    }

    @Override
    public boolean isForgotten(String person) {
        return documents
                .get(KEYS, person)
                .filter(document -> held(document).wrapped() == null)
                .isPresent();
    }

    @Override
    public void erase(String person) {
        documents.write(writer -> {
            Optional<Document> before = writer.get(KEYS, person);
            if (before.isEmpty()) {
                put(writer, person, 0, new Held(null, null, 0L));
            } else if (held(before.get()).wrapped() != null) {
                Held held = new Held(null, null, held(before.get()).again());
                put(writer, person, before.get().version(), held);
            }
            return person;
        });
    }

    @Override
    public List<PersonKey> wrappedBefore(int masterVersion, int limit) {
        return byMaster(documents, null, (long) masterVersion, limit);
    }

    @Override
    public long countWrappedBefore(int masterVersion) {
        return documents.count(new Find(KEYS, MASTER, Map.of(), null, (long) masterVersion, false, null, 1));
    }

    @Override
    public void rewrap(List<PersonKey> keys) {
        documents.write(writer -> {
            for (PersonKey key : keys) {
                Optional<Document> before = writer.get(KEYS, key.person());
                if (before.isPresent() && isOlder(held(before.get()), key)) {
                    Held held = new Held(
                            key.wrapped(),
                            key.masterKeyVersion(),
                            held(before.get()).again());
                    put(writer, key.person(), before.get().version(), held);
                }
            }
            return keys;
        });
    }

    private static boolean isOlder(Held held, PersonKey key) {
        return held.wrapped() != null && held.master() != null && held.master() < key.masterKeyVersion();
    }

    @Override
    public Map<Integer, Long> offsets() {
        Map<Integer, Long> offsets = new TreeMap<>();
        documents
                .find(new Find(OFFSETS, PARTITION, Map.of(), null, null, false, null, PAGE))
                .documents()
                .forEach(document -> offsets.put(Integer.valueOf(document.id()), Long.valueOf(document.json())));
        return offsets;
    }

    @Override
    public void apply(List<PersonKeys.Change> changes, Map<Integer, Long> nextOffsets) {
        documents.write(writer -> {
            for (PersonKeys.Change change : changes) {
                if (change.key() == null) {
                    forget(writer, change.person());
                } else {
                    take(writer, change.key());
                }
            }
            nextOffsets.forEach((partition, next) -> {
                String id = partition.toString();
                long version = writer.get(OFFSETS, id).map(Document::version).orElse(0L);
                writer.put(OFFSETS, id, version, next.toString(), Map.of(PARTITION, (long) partition));
            });
            return changes;
        });
    }

    @Override
    public void forget(String person) {
        documents.write(writer -> {
            forget(writer, person);
            return person;
        });
    }

    /** A key never changes; it may come again wrapped with a newer master key. */
    private static void take(DocumentWriter writer, PersonKey key) {
        Optional<Document> before = writer.get(KEYS, key.person());
        if (before.isEmpty()) {
            put(writer, key.person(), 0, new Held(key.wrapped(), key.masterKeyVersion(), 0L));
            return;
        }
        Held held = held(before.get());
        if (held.wrapped() != null) {
            Long published = held.published() == null ? Long.valueOf(0) : held.published();
            Held after = isOlder(held, key)
                    ? new Held(key.wrapped(), key.masterKeyVersion(), published)
                    : held.published(published);
            put(writer, key.person(), before.get().version(), after);
        }
    }

    private static void forget(DocumentWriter writer, String person) {
        Optional<Document> before = writer.get(KEYS, person);
        long version = before.map(Document::version).orElse(0L);
        Long published = before.map(document -> held(document).published()).orElse(0L);
        put(writer, person, version, new Held(null, null, published));
    }
}
