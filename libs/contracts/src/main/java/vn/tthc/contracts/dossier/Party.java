package vn.tthc.contracts.dossier;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;

/**
 * A person or organisation in a dossier; everything readable is sealed.
 *
 * @param person random id of the person
 * @param name name
 * @param identityNumber identity or tax number
 * @param phone phone number
 * @param email e-mail address
 * @param address postal address
 */
public record Party(
        String person,
        Sealed name,
        @Nullable Sealed identityNumber,
        @Nullable Sealed phone,
        @Nullable Sealed email,
        @Nullable Sealed address) {}
