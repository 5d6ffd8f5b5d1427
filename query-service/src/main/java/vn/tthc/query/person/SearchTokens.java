package vn.tthc.query.person;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.platform.person.KeyedHashes;
import vn.tthc.platform.person.PersonTexts;

/**
 * What persons are found by: keyed hashes of numbers and of the words of names. A word is looked up without its marks, so
 * that it is found however it was typed; one that was typed with marks must then match with them.
 */
@Component
class SearchTokens {
    private final KeyedHashes hashes;

    SearchTokens(KeyedHashes hashes) {
        this.hashes = hashes;
    }

    /**
     * What is asked for.
     *
     * @param lookedUp each of them is in the index
     * @param besides must be so too, and is not in the index
     */
    record Wanted(Set<String> lookedUp, Set<String> besides) {}

    /** The tokens of a person: those the index takes, and those that only decide. */
    Wanted of(@Nullable String name, @Nullable String identityNumber, @Nullable String phone) {
        Set<String> lookedUp = numbers(identityNumber, phone);
        Set<String> besides = new LinkedHashSet<>();
        for (String word : words(name)) {
            lookedUp.add(plain(word));
            besides.add(marked(word));
        }
        return new Wanted(lookedUp, besides);
    }

    /** The tokens of a question; a word without marks asks for nothing more than itself. */
    Wanted asked(@Nullable String name, @Nullable String identityNumber, @Nullable String phone) {
        Set<String> lookedUp = numbers(identityNumber, phone);
        Set<String> besides = new LinkedHashSet<>();
        for (String word : words(name)) {
            lookedUp.add(plain(word));
            if (!PersonTexts.plain(word).equals(word)) {
                besides.add(marked(word));
            }
        }
        return new Wanted(lookedUp, besides);
    }

    private Set<String> numbers(@Nullable String identityNumber, @Nullable String phone) {
        Set<String> tokens = new LinkedHashSet<>();
        if (identityNumber != null
                && !PersonTexts.identityNumber(identityNumber).isEmpty()) {
            tokens.add(hashes.of("search-identity", PersonTexts.identityNumber(identityNumber)));
        }
        if (phone != null && !PersonTexts.phone(phone).isEmpty()) {
            tokens.add(hashes.of("search-phone", PersonTexts.phone(phone)));
        }
        return tokens;
    }

    private static List<String> words(@Nullable String name) {
        return name == null ? List.of() : PersonTexts.words(name);
    }

    private String plain(String word) {
        return hashes.of("search-word", PersonTexts.plain(word));
    }

    private String marked(String word) {
        return hashes.of("search-marked-word", word);
    }
}
