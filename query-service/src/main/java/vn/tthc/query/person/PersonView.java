package vn.tthc.query.person;

import org.jspecify.annotations.Nullable;

/**
 * A person as shown; each field in plain text, masked, or told to be erased.
 *
 * @param name name
 * @param identityNumber identity, passport or tax number
 * @param phone phone number
 * @param email e-mail address
 * @param address postal address
 * @param erased whether the person's data were erased
 */
public record PersonView(
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        boolean erased) {

    @Override
    public String toString() {
        return "PersonView[***]";
    }
}
