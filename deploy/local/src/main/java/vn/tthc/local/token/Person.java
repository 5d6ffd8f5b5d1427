package vn.tthc.local.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to try things as; invented.
 *
 * @param name what {@code ./tthc token} calls them
 * @param sub account
 * @param roles what they may be
 * @param agency the agency they act for, null for those who have none
 * @param about who that is
 * @param identityNumber identity number that counts as verified; null for those who have none
 */
public record Person(
        String name,
        String sub,
        List<String> roles,
        @Nullable String agency,
        String about,
        @Nullable String identityNumber) {
    public Person {
        roles = List.copyOf(roles);
    }

    /** Somebody of whom no identity number was verified. */
    public Person(String name, String sub, List<String> roles, @Nullable String agency, String about) {
        this(name, sub, roles, agency, about, null);
    }
}
