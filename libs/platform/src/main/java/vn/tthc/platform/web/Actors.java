package vn.tthc.platform.web;

import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;

/** Tells from a token who acts: claims {@code sub}, {@code roles} and {@code agency}. */
final class Actors {
    static final Actor ANONYMOUS = new Actor("anonymous", Set.of(Role.CITIZEN), null);

    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7E]{1,128}");

    Actor of(@Nullable Principal principal) {
        return principal instanceof JwtAuthenticationToken token ? of(token.getToken()) : ANONYMOUS;
    }

    /**
     * The actor of a token; roles this software does not know give nothing.
     *
     * @throws IllegalArgumentException when the claims are not of the agreed shape
     */
    static Actor of(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || !SANE.matcher(subject).matches() || subject.equals(ANONYMOUS.id())) {
            throw new IllegalArgumentException("the token names no account");
        }
        Object agency = token.getClaims().get("agency");
        if (agency != null
                && !(agency instanceof String name && SANE.matcher(name).matches())) {
            throw new IllegalArgumentException("the token's agency is not an agency id");
        }
        return new Actor(subject, roles(token.getClaims().get("roles")), (String) agency);
    }

    private static Set<Role> roles(@Nullable Object claim) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (claim instanceof List<?> names) {
            for (Role role : Role.values()) {
                if (names.contains(role.name())) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}
