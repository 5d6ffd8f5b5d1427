package vn.tthc.platform.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;

/**
 * Where a token says who acts: {@code sub} is the account, and claims whose names an installation may choose.
 *
 * @param roles claim with the list of role names, such as {@code roles} or {@code realm_access.roles}
 * @param agency claim with the id of the agency ({@code code@validFrom})
 * @param identity claim with the identity number the provider has verified; no more than a citizen's has one
 */
record Claims(String roles, String agency, String identity) {
    private static final Pattern IDENTITY = Pattern.compile("[0-9A-Za-z]{6,20}");
    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7E]{1,128}");

    /**
     * The actor of a token; roles this software does not know give nothing.
     *
     * @throws IllegalArgumentException when the claims are not of the agreed shape
     */
    Actor actor(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || !SANE.matcher(subject).matches() || subject.equals(Actors.ANONYMOUS.id())) {
            throw new IllegalArgumentException("the token names no account");
        }
        Object told = find(token.getClaims(), agency);
        if (told != null && !(told instanceof String name && SANE.matcher(name).matches())) {
            throw new IllegalArgumentException("the token's agency is not an agency id");
        }
        return new Actor(subject, known(find(token.getClaims(), roles)), (String) told);
    }

    /** The identity number of a token; what is of another shape is none. */
    @Nullable
    String identityNumber(Jwt token) {
        return find(token.getClaims(), identity) instanceof String number
                        && IDENTITY.matcher(number).matches()
                ? number
                : null;
    }

    /** A claim of exactly that name, or one inside others whose names the dots part. */
    private static @Nullable Object find(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }

    private static Set<Role> known(@Nullable Object claim) {
        EnumSet<Role> known = EnumSet.noneOf(Role.class);
        if (claim instanceof List<?> names) {
            for (Role role : Role.values()) {
                if (names.contains(role.name())) {
                    known.add(role);
                }
            }
        }
        return known;
    }
}
