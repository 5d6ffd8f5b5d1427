package vn.tthc.query.dossierview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;

/**
 * Which dossiers concern an agency: an entry for each of them, with the same ways to list as {@link Dossiers} has. A list
 * for people of some agencies is read here, so that what they may not see is never in it. It follows from the dossier
 * alone; who may see what of which agency is asked when it is read, and may change without a word of this being written
 * anew.
 */
public final class ConcernedDossiers {
    static final String COLLECTION = "concerned_dossiers";
    static final String CONCERNED = "concerned";

    /** Moment and id in one, so that no two entries of an agency stand at the same place. */
    static final String PLACE = "place";

    private static final Pattern A_PLACE = Pattern.compile("[0-9]{19}_[0-9A-Za-z-]{1,64}");

    /** Keeps moments before 1970 in order as text. */
    private static final long SHIFT = 1L << 62;

    private ConcernedDossiers() {}

    /** The collection the entries stand in. */
    public static CollectionSpec spec() {
        return new CollectionSpec(
                COLLECTION,
                Dossiers.INDEXES.stream()
                        .map(index -> new Index(
                                index.name(),
                                Stream.concat(Stream.of(CONCERNED), index.equal().stream())
                                        .toList(),
                                PLACE))
                        .toList());
    }

    /** An entry, as stored. */
    record Entry(String dossier, String place) {}

    /** Writes the entries that are other ones than before. */
    public static void write(DossierView before, DossierView after, DocumentWriter documents) {
        Map<String, @Nullable Object> had = Dossiers.indexed(before);
        Map<String, @Nullable Object> has = Dossiers.indexed(after);
        Set<String> wasIn = listedIn(before, had);
        Set<String> isIn = listedIn(after, has);
        for (String agency : isIn) {
            if (!wasIn.contains(agency) || !has.equals(had)) {
                put(agency, after.id(), has, documents);
            }
        }
        Set<String> gone = new TreeSet<>(wasIn);
        gone.removeAll(isIn);
        gone.forEach(agency -> documents.delete(COLLECTION, id(agency, after.id())));
    }

    private static Set<String> listedIn(DossierView view, Map<String, @Nullable Object> indexed) {
        return indexed.get(Dossiers.ORDER) == null
                ? Set.of()
                : Concerned.by(view).agencies();
    }

    private static void put(
            String agency, String dossier, Map<String, @Nullable Object> indexed, DocumentWriter documents) {
        String id = id(agency, dossier);
        Map<String, @Nullable Object> fields = new HashMap<>(indexed);
        Long micros = (Long) fields.remove(Dossiers.ORDER);
        String place = (micros == null ? "" : moment(micros)) + "_" + dossier;
        fields.put(CONCERNED, agency);
        fields.put(PLACE, place);
        long version = documents.get(COLLECTION, id).map(Document::version).orElse(0L);
        documents.put(COLLECTION, id, version, ViewJson.write(new Entry(dossier, place)), fields);
    }

    private static String id(String agency, String dossier) {
        return agency + "/" + dossier;
    }

    private static String moment(long micros) {
        return "%019d".formatted(Math.clamp(micros, -SHIFT, SHIFT - 1) + SHIFT);
    }

    /**
     * Some dossiers of a list, newest first.
     *
     * @param dossiers their ids, each once
     * @param next where the next ones start; null when these are the last
     */
    public record Listed(List<String> dossiers, @Nullable String next) {}

    /**
     * The dossiers that concern any of some agencies and meet the conditions.
     *
     * @param index one of {@link Dossiers#INDEXES}
     * @param equal a value for each of its fields
     * @param from received then or later, in microseconds
     * @param to received before that, in microseconds
     * @param after where the page before ended
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    public static Listed find(
            DocumentReader documents,
            Set<String> agencies,
            Index index,
            Map<String, Object> equal,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String after,
            int limit) {
        if (after != null && !A_PLACE.matcher(after).matches()) {
            throw new IllegalArgumentException("no page of this list ended there");
        }
        String lower = from == null ? null : moment(from);
        String upper = to == null ? null : moment(to);
        if (after != null && (upper == null || after.compareTo(upper) < 0)) {
            upper = after;
        }
        MergedEntries entries = new MergedEntries(documents, index.name(), equal, lower, upper, limit, agencies);
        List<String> found = new ArrayList<>();
        @Nullable String last = null;
        while (found.size() < limit) {
            Entry entry = entries.next();
            if (entry == null) {
                return new Listed(found, null);
            }
            found.add(entry.dossier());
            last = entry.place();
        }
        return new Listed(found, entries.next() == null ? null : last);
    }
}
