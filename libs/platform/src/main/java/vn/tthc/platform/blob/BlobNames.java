package vn.tthc.platform.blob;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** The streams that name a file, each with the persons the file is about there. */
final class BlobNames implements Projection {
    static final String NAME = "blob-names";
    private static final String COLLECTION = "blob_names";
    private static final String BY_HASH = "by_hash";
    private static final String BY_PERSON = "by_person";
    private static final String NOBODY = "-";
    private static final int PAGE = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlobNaming naming;

    BlobNames(BlobNaming naming) {
        this.naming = naming;
    }

    /** What the log says of a file. */
    enum Fate {
        /** A stream names it, and somebody it is about has not been erased. */
        NAMED,
        /** Streams name it, and everybody it is about was erased. */
        ERASED,
        /** No stream names it. */
        UNNAMED
    }

    /** That a stream names a file that is about that person, or about nobody. */
    private record Row(String hash, String stream, String person) {
        static Row of(Document document) {
            return JSON.readValue(document.json(), Row.class);
        }

        String id() {
            return hash + "@" + stream + "@" + person;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return naming.topics();
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index(BY_HASH, List.of("hash"), "stream"),
                        new Index(BY_PERSON, List.of("person"), "hash"))));
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent received, DocumentWriter documents) {
        for (BlobNaming.Named named : naming.in(received.event())) {
            String stream = received.envelope().stream();
            Set<String> persons = named.persons().isEmpty() ? Set.of(NOBODY) : named.persons();
            persons.forEach(person -> put(documents, new Row(named.hash(), stream, person)));
        }
    }

    private static void put(DocumentWriter documents, Row row) {
        if (documents.get(COLLECTION, row.id()).isEmpty()) {
            documents.put(
                    COLLECTION,
                    row.id(),
                    0,
                    JSON.writeValueAsString(row),
                    Map.of("hash", row.hash(), "stream", row.stream(), "person", row.person()));
        }
    }

    /** What the log says of a file, as far as this view has come. */
    static Fate fate(DocumentReader documents, String hash, Predicate<String> erased) {
        boolean named = false;
        String after = null;
        do {
            Page page = find(documents, BY_HASH, "hash", hash, after);
            for (Document document : page.documents()) {
                String person = Row.of(document).person();
                if (person.equals(NOBODY) || !erased.test(person)) {
                    return Fate.NAMED;
                }
                named = true;
            }
            after = page.next();
        } while (after != null);
        return named ? Fate.ERASED : Fate.UNNAMED;
    }

    /** The files that are about a person, by themselves or with others. */
    static Set<String> about(DocumentReader documents, String person) {
        Set<String> hashes = new LinkedHashSet<>();
        String after = null;
        do {
            Page page = find(documents, BY_PERSON, "person", person, after);
            page.documents().forEach(document -> hashes.add(Row.of(document).hash()));
            after = page.next();
        } while (after != null);
        return hashes;
    }

    private static Page find(
            DocumentReader documents, String index, String field, String value, @Nullable String after) {
        return documents.find(new Find(COLLECTION, index, Map.of(field, value), null, null, false, after, PAGE));
    }
}
