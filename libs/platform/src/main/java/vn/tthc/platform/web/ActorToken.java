package vn.tthc.platform.web;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import vn.tthc.contracts.Actor;

/** A token that was found good, with the actor it names. */
final class ActorToken extends JwtAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient @Nullable String identityNumber;

    ActorToken(
            Jwt token,
            Collection<? extends GrantedAuthority> authorities,
            Actor actor,
            @Nullable String identityNumber) {
        super(token, authorities, actor.id());
        this.actor = actor;
        this.identityNumber = identityNumber;
    }

    /** Personal data: goes into no log and no event. */
    @Nullable
    String identityNumber() {
        return identityNumber;
    }

    Actor actor() {
        return actor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorToken token && super.equals(other) && actor.equals(token.actor);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
