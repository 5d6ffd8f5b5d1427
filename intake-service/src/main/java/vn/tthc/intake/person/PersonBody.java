package vn.tthc.intake.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person or organisation as a request tells it, in plain text. It lives only in the request: {@link #toString} says
 * nothing, so that no log can.
 *
 * @param name name
 * @param identityNumber identity, passport or tax number
 * @param phone phone number
 * @param email e-mail address
 * @param address postal address
 */
public record PersonBody(
        @NotBlank @Size(max = 200) String name,

        @Pattern(regexp = "[0-9A-Za-z-]{6,20}") @Nullable String identityNumber,

        @Pattern(regexp = "\\+?[0-9 ().-]{8,20}") @Nullable String phone,

        @Size(max = 200) @Pattern(regexp = "[^@\\s]+@[^@\\s]+") @Nullable
        String email,

        @Size(max = 500) @Nullable String address) {

    @Override
    public String toString() {
        return "PersonBody[***]";
    }
}
