package vn.tthc.platform.web;

import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import vn.tthc.contracts.Actor;

/** Accepts a token only when an actor can be read from it. */
final class TokenConverter implements Converter<Jwt, AbstractAuthenticationToken> {
    private final Claims claims;

    TokenConverter(Claims claims) {
        this.claims = claims;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Actor actor;
        try {
            actor = claims.actor(token);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token does not name an account of this system", e);
        }
        List<GrantedAuthority> authorities = actor.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return new ActorToken(token, authorities, actor, claims.identityNumber(token));
    }
}
