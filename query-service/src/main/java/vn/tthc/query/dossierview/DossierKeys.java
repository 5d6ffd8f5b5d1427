package vn.tthc.query.dossierview;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;

/**
 * Every number and code a dossier goes by. One document per pair of key and dossier, since codes from outside may be
 * shared; our own come first, so that nobody can hide a dossier behind others filed under its number.
 */
public final class DossierKeys {
    static final String COLLECTION = "dossier_keys";
    private static final int HASH_LENGTH = 44;
    private static final String BY_KEY = "by_key";
    private static final int LOOKED_AT = 1000;

    /** Stands where there is no dossier; no secret has this hash. */
    public static final Key NOBODY =
            new Key("H5126010000000000", 1, "00000000-0000-0000-0000-000000000000", "A".repeat(HASH_LENGTH - 1) + "=");

    private static final String NOBODYS = ViewJson.write(NOBODY);

    private DossierKeys() {}

    /** The collection the keys stand in. */
    public static CollectionSpec spec() {
        return new CollectionSpec(COLLECTION, List.of(new CollectionSpec.Index(BY_KEY, List.of("key"), "rank")));
    }

    /** A key as it is compared: letters and digits alone, in upper case; empty when nothing is left. */
    public static String normalised(String typed) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Writes the keys that a dossier has now and had not before. */
    public static void write(DossierView before, DossierView after, DocumentWriter documents) {
        Map<String, Long> had = of(before);
        of(after).forEach((key, rank) -> {
            if (!rank.equals(had.get(key))) {
                String id = key + "/" + after.id();
                long version =
                        documents.get(COLLECTION, id).map(Document::version).orElse(0L);
                documents.put(
                        COLLECTION,
                        id,
                        version,
                        ViewJson.write(new Key(key, rank, after.id(), secretHash(after))),
                        Map.of("key", key, "rank", rank));
            }
        });
    }

    /**
     * The dossiers that go by a key and are wanted, at most so many, those with the key as our own number first. Of
     * more than a thousand under one key, which only a source outside can make, the first thousand are looked at.
     *
     * @param typed the key as somebody typed it
     * @param wanted says whether a dossier counts at all
     */
    public static List<DossierView> find(
            DocumentReader documents, String typed, Predicate<DossierView> wanted, int limit) {
        return keys(documents, typed, LOOKED_AT).stream()
                .map(Key::dossier)
                .distinct()
                .map(id -> Dossiers.get(documents, id))
                .flatMap(Optional::stream)
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    /**
     * The dossiers that go by a key, each with the hash of the secret that opens it; exactly so many, filled up with
     * {@link #NOBODY}, so that none takes as much work as some.
     *
     * @param typed the key as somebody typed it
     * @param count 1 to 1000
     */
    public static List<Key> candidates(DocumentReader documents, String typed, int count) {
        List<Key> found = keys(documents, typed, count);
        return IntStream.range(0, count)
                .mapToObj(i -> i < found.size() ? found.get(i) : ViewJson.read(NOBODYS, Key.class))
                .toList();
    }

    private static List<Key> keys(DocumentReader documents, String typed, int limit) {
        String key = normalised(typed);
        Find query = new Find(COLLECTION, BY_KEY, Map.of("key", key), null, null, false, null, limit);
        return documents.find(query).documents().stream()
                .map(document -> ViewJson.read(document.json(), Key.class))
                .toList();
    }

    private static String secretHash(DossierView view) {
        Filing filing = view.dossier().filing();
        return filing == null ? NOBODY.secretHash() : filing.lookup().secretHash();
    }

    /** Keys by rank: 1 look-up number, 2 dossier code, 3 portal code, 4 id at the source outside. */
    private static Map<String, Long> of(DossierView view) {
        Map<String, Long> keys = new TreeMap<>();
        Filing filing = view.dossier().filing();
        DossierFold.Reception reception = view.dossier().reception();
        List<@Nullable String> ranked = Stream.of(
                        filing == null ? null : filing.lookup().number(),
                        reception == null ? null : reception.code(),
                        filing == null ? null : filing.portalCode(),
                        filing == null ? null : filing.externalId())
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            String key = ranked.get(i);
            if (key != null && !normalised(key).isEmpty()) {
                keys.putIfAbsent(normalised(key), i + 1L);
            }
        }
        return keys;
    }

    /**
     * A key of a dossier, as stored.
     *
     * @param key letters and digits
     * @param rank ours first
     * @param dossier id of the dossier
     * @param secretHash hash of the secret that opens it
     */
    public record Key(String key, long rank, String dossier, String secretHash) {}
}
