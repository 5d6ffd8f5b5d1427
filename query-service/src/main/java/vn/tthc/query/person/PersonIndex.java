package vn.tthc.query.person;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.query.dossierview.ViewJson;
import vn.tthc.query.person.SearchTokens.Wanted;

/** Which persons are in which dossiers, by tokens: a document for every token of a person in a dossier. */
final class PersonIndex {
    private static final String COLLECTION = "person_tokens";
    private static final String BY_TOKEN = "by_token";
    private static final String BY_PERSON = "by_person";
    private static final String ORDER = "filed_at";
    private static final int PAGE = 500;

    private PersonIndex() {}

    static CollectionSpec spec() {
        return new CollectionSpec(
                COLLECTION,
                List.of(new Index(BY_TOKEN, List.of("token"), ORDER), new Index(BY_PERSON, List.of("person"), ORDER)));
    }

    /**
     * A person in a dossier, as stored under each of the tokens.
     *
     * @param tokens all there are, also those no index takes
     */
    record Entry(String dossier, String person, Set<String> tokens) {
        boolean has(Wanted wanted) {
            return tokens.containsAll(wanted.lookedUp()) && tokens.containsAll(wanted.besides());
        }
    }

    /** Some entries that have all that is wanted, and where the next ones start. */
    record Hits(List<Entry> entries, @Nullable String next) {}

    static void write(
            String dossier, String role, String person, Wanted tokens, long filedAt, DocumentWriter documents) {
        Set<String> all = new HashSet<>(tokens.lookedUp());
        all.addAll(tokens.besides());
        String json = ViewJson.write(new Entry(dossier, person, all));
        for (String token : tokens.lookedUp()) {
            String id = token + "/" + dossier + "/" + role;
            long version = documents.get(COLLECTION, id).map(Document::version).orElse(0L);
            documents.put(COLLECTION, id, version, json, Map.of("token", token, "person", person, ORDER, filedAt));
        }
    }

    static void drop(String person, DocumentWriter documents) {
        Find query = new Find(COLLECTION, BY_PERSON, Map.of("person", person), null, null, false, null, PAGE);
        Page page;
        do {
            page = documents.find(query);
            page.documents().forEach(document -> documents.delete(COLLECTION, document.id()));
        } while (page.next() != null);
    }

    static boolean knows(String person, DocumentReader documents) {
        return !documents
                .find(new Find(COLLECTION, BY_PERSON, Map.of("person", person), null, null, false, null, 1))
                .documents()
                .isEmpty();
    }

    /** The token that fewest have; looking there first reads least. */
    static String rarest(Wanted wanted, DocumentReader documents) {
        String rarest = "";
        long fewest = Long.MAX_VALUE;
        for (String token : wanted.lookedUp()) {
            long count = documents.count(byToken(token, null, 1));
            if (count < fewest) {
                rarest = token;
                fewest = count;
            }
        }
        return rarest;
    }

    /** A page of those with a token, newest first; only those that have all that is wanted. */
    static Hits page(String token, Wanted wanted, @Nullable String after, int limit, DocumentReader documents) {
        Page page = documents.find(byToken(token, after, limit));
        return new Hits(
                page.documents().stream()
                        .map(document -> ViewJson.read(document.json(), Entry.class))
                        .filter(entry -> entry.has(wanted))
                        .toList(),
                page.next());
    }

    private static Find byToken(String token, @Nullable String after, int limit) {
        return new Find(COLLECTION, BY_TOKEN, Map.of("token", token), null, null, true, after, limit);
    }
}
