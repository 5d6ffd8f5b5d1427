package vn.tthc.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a token can be made for.
 *
 * @param name what they are called at the door; empty for who is only vouched for
 * @param sub account, a pseudonym
 * @param roles names of their roles
 * @param agency id of the agency they act for, null for those who have none
 * @param about who that is, for people
 * @param identityNumber the identity number this provider vouches for, null for those of whom none was verified
 */
record Person(
        String name,
        String sub,
        List<String> roles,
        @Nullable String agency,
        String about,
        @Nullable String identityNumber) {
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Pattern NUMBER = Pattern.compile("\\d{12}");
    private static final Pattern ROLE = Pattern.compile("[A-Z_]{1,40}");

    Person {
        roles = List.copyOf(roles);
        if (!NAME.matcher(sub).matches()
                || !(agency == null || NAME.matcher(agency).matches())) {
            throw new IllegalArgumentException("an account and an agency are up to 128 visible ASCII characters");
        }
        if (identityNumber != null && !NUMBER.matcher(identityNumber).matches()) {
            throw new IllegalArgumentException("an identity number has twelve digits");
        }
        if (roles.isEmpty()
                || !roles.stream().allMatch(role -> ROLE.matcher(role).matches())) {
            throw new IllegalArgumentException("roles are names in capitals, one at least");
        }
    }
}
