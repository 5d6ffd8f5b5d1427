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
 */
public record Person(
        String name,
        String sub,
        List<String> roles,
        @Nullable String agency,
        String about) {
    public Person {
        roles = List.copyOf(roles);
    }
}
