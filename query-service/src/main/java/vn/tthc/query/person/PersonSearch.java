package vn.tthc.query.person;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.query.person.SearchTokens.Wanted;

/** Finds the dossiers of a person. */
@Component
public class PersonSearch {
    private static final int PAGE = 200;

    /** So many are looked at for one question; a name nearly everybody has is no question. */
    private static final int LOOKED_AT = 10_000;

    private final DocumentStore documents;
    private final SearchTokens tokens;

    PersonSearch(DocumentStore documents, SearchTokens tokens) {
        this.documents = documents;
        this.tokens = tokens;
    }

    /**
     * The dossiers found.
     *
     * @param dossiers their ids, newest first
     * @param more whether there may be others
     */
    public record Found(List<String> dossiers, boolean more) {}

    /**
     * The dossiers in which one person has all that is given.
     *
     * @param name words of a name in any order, with marks or without
     * @param allowed says whether the caller may know of a dossier
     * @param limit at most so many
     * @throws IllegalArgumentException when nothing is given that can be looked for
     */
    public Found find(
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable String phone,
            Predicate<String> allowed,
            int limit) {
        Wanted wanted = tokens.asked(name, identityNumber, phone);
        if (wanted.lookedUp().isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        String token = PersonIndex.rarest(wanted, documents);
        Set<String> found = new LinkedHashSet<>();
        String after = null;
        int lookedAt = 0;
        do {
            PersonIndex.Hits page = PersonIndex.page(token, wanted, after, PAGE, documents);
            for (PersonIndex.Entry entry : page.entries()) {
                if (!found.contains(entry.dossier()) && allowed.test(entry.dossier())) {
                    if (found.size() == limit) {
                        return new Found(List.copyOf(found), true);
                    }
                    found.add(entry.dossier());
                }
            }
            lookedAt += PAGE;
            after = page.next();
        } while (after != null && lookedAt < LOOKED_AT);
        return new Found(List.copyOf(found), after != null);
    }
}
