package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.log.Provenance;

/** Reads from a request everything about a command that is not the command. */
public final class Requests {
    /** Names the delegation by which the caller acts in somebody else's place. */
    public static final String DELEGATION = "Tthc-Delegation";

    private final Fingerprints fingerprints;
    private final AccessPolicy access;

    public Requests(HttpJson json, AccessPolicy access) {
        this.fingerprints = new Fingerprints(json);
        this.access = access;
    }

    /**
     * Who sent it; somebody who has not signed in is the citizen {@code anonymous}. Whoever names a delegation is the
     * account in its roles, and in none of their own.
     *
     * @throws Problem 403 when the delegation is not to the caller, or not in force
     */
    public Caller caller(HttpServletRequest request) {
        Actor actor = Actors.of(request.getUserPrincipal());
        String delegation = request.getHeader(DELEGATION);
        if (delegation == null) {
            return new Caller(actor);
        }
        return access.inPlaceOf(actor, delegation)
                .map(Caller::new)
                .orElseThrow(() -> new Problem(
                        CommonProblem.DELEGATION_NOT_IN_FORCE,
                        CommonProblem.DELEGATION_NOT_IN_FORCE.status(),
                        DELEGATION,
                        Map.of()));
    }

    /** The identity number the identity provider vouches for with the caller's token; personal data, and rarely there. */
    public Optional<String> identityNumber(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof ActorToken token
                ? Optional.ofNullable(token.identityNumber())
                : Optional.empty();
    }

    /**
     * The context of a command that makes something new; {@code If-Match} is not looked at. The id of what is made
     * should follow from {@link CommandContext#commandId()}, so that a repeat finds the first one.
     *
     * @param body the request's body as it was read
     * @throws Problem 400 when a header is malformed
     */
    public CommandContext creation(HttpServletRequest request, @Nullable Object body) {
        return keyed(request, body, null);
    }

    /**
     * The context of a decision on something the caller has seen.
     *
     * @param body the request's body as it was read
     * @param stream what is decided on
     * @throws Problem 428 without {@code If-Match}, 400 when a header is malformed
     */
    public CommandContext decision(HttpServletRequest request, @Nullable Object body, StreamId stream) {
        return keyed(request, body, IfMatch.version(request.getHeader("If-Match"), stream));
    }

    /**
     * The context of a fact that has a name of its own: told again under that name it is the same fact, from whomever.
     * Told again with other content it is another command, so that the aggregate sees the contradiction.
     *
     * @param body the request's body as it was read
     * @param naturalKey names the fact within its stream
     * @throws Problem 400 when a header is malformed
     */
    public CommandContext recorded(HttpServletRequest request, @Nullable Object body, String naturalKey) {
        IdempotencyKey.of(request);
        return context(request, Fingerprints.id("recorded", naturalKey, fingerprints.of(request, body)), null, null);
    }

    private CommandContext keyed(HttpServletRequest request, @Nullable Object body, @Nullable Long expectedVersion) {
        String key = IdempotencyKey.of(request);
        String commandId = key == null
                ? UUID.randomUUID().toString()
                : Fingerprints.id("key", caller(request).actor().id(), key);
        return context(request, commandId, fingerprints.of(request, body), expectedVersion);
    }

    private CommandContext context(
            HttpServletRequest request,
            String commandId,
            @Nullable String fingerprint,
            @Nullable Long expectedVersion) {
        return new CommandContext(
                commandId,
                fingerprint,
                null,
                expectedVersion,
                new Provenance(
                        caller(request).actor(),
                        Origin.LIVE,
                        Correlation.of(request),
                        Correlation.trace(request),
                        null,
                        null));
    }

    static Problem malformed(String field) {
        return new Problem(CommonProblem.MALFORMED_REQUEST, CommonProblem.MALFORMED_REQUEST.status(), field, Map.of());
    }
}
