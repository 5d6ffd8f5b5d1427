package vn.tthc.platform.web;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;

/** Tells who acts: the actor of the token, or the citizen {@code anonymous}. */
final class Actors {
    static final Actor ANONYMOUS = new Actor("anonymous", Set.of(Role.CITIZEN), null);

    private Actors() {}

    static Actor of(@Nullable Principal principal) {
        return principal instanceof ActorToken token ? token.actor() : ANONYMOUS;
    }
}
