package vn.tthc.platform.person;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.OnBehalf;
import vn.tthc.contracts.Role;

/**
 * Somebody was shown personal data, or looked for somebody by them. What was shown stands nowhere here.
 *
 * @param at when
 * @param actor account of who was shown them
 * @param roles as which that was
 * @param agency for which agency
 * @param dossier of which dossier; null for a search
 * @param fields what was shown or searched by, such as {@code applicant.phone}
 * @param purpose why, as that account said
 * @param reference number of the paper it was for
 * @param onBehalfOf whose roles those were and by which delegation, null when they were its own
 * @param found how many dossiers a search found; null when it was none
 */
public record Reading(
        Instant at,
        String actor,
        Set<Role> roles,
        @Nullable String agency,
        @Nullable OnBehalf onBehalfOf,
        @Nullable String dossier,
        List<String> fields,
        ReadPurpose purpose,
        @Nullable String reference,
        @Nullable Integer found) {
    public Reading {
        roles = Set.copyOf(roles);
        fields = List.copyOf(fields);
    }

    /**
     * What an actor was shown of a dossier.
     *
     * @param reference number of the paper it was for, if any
     */
    public static Reading by(
            Actor actor,
            Instant at,
            String dossier,
            List<String> fields,
            ReadPurpose purpose,
            @Nullable String reference) {
        return by(actor, at, dossier, fields, purpose, reference, null);
    }

    /**
     * What an actor was shown or searched by.
     *
     * @param dossier null for a search
     * @param found how many dossiers a search found; null when it was none
     */
    public static Reading by(
            Actor actor,
            Instant at,
            @Nullable String dossier,
            List<String> fields,
            ReadPurpose purpose,
            @Nullable String reference,
            @Nullable Integer found) {
        return new Reading(
                at,
                actor.id(),
                actor.roles(),
                actor.agency(),
                actor.onBehalfOf(),
                dossier,
                fields,
                purpose,
                reference,
                found);
    }
}
