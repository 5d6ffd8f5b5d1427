package vn.tthc.platform.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.platform.log.Provenance;

/**
 * Everything about a command that is not the command.
 *
 * @param commandId identifies it; sent again, it is answered with the first outcome
 * @param fingerprint hash of the request, null when a service commands itself
 * @param cause the event it answers, null when a caller commands
 * @param expectedVersion the version the caller saw ({@code If-Match}), null when it does not matter
 * @param provenance who and where from
 */
public record CommandContext(
        String commandId,
        @Nullable String fingerprint,
        @Nullable Cause cause,
        @Nullable Long expectedVersion,
        Provenance provenance) {

    /**
     * The context of a reaction to an event.
     *
     * @param service the service that reacts, as actor id
     * @param cause the event
     * @param correlation taken over from it
     * @param origin taken over from it
     * @param procedureVersion taken over from it
     */
    public static CommandContext reaction(
            String service, Cause cause, String correlation, Origin origin, @Nullable String procedureVersion) {
        return new CommandContext(
                cause.stream() + "@" + cause.version() + "/" + cause.role(),
                null,
                cause,
                null,
                new Provenance(
                        new Actor(service, Set.of(Role.SYSTEM), null),
                        origin,
                        correlation,
                        null,
                        procedureVersion,
                        null));
    }

    /** The same command, for no other version of the stream than this one. */
    public CommandContext expecting(long version) {
        return new CommandContext(commandId, fingerprint, cause, version, provenance);
    }

    /** The same command with its facts' origin. */
    public CommandContext withOrigin(Origin origin) {
        return new CommandContext(
                commandId,
                fingerprint,
                cause,
                expectedVersion,
                new Provenance(
                        provenance.actor(),
                        origin,
                        provenance.correlation(),
                        provenance.trace(),
                        provenance.procedureVersion(),
                        provenance.externalId()));
    }

    /** The same command with the name the source outside has for its subject. */
    public CommandContext withExternalId(String externalId) {
        return new CommandContext(
                commandId,
                fingerprint,
                cause,
                expectedVersion,
                new Provenance(
                        provenance.actor(),
                        provenance.origin(),
                        provenance.correlation(),
                        provenance.trace(),
                        provenance.procedureVersion(),
                        externalId));
    }

    /** The same command with the procedure version ({@code code@version}) the dossier is pinned to. */
    public CommandContext withProcedure(@Nullable String procedureVersion) {
        return new CommandContext(
                commandId,
                fingerprint,
                cause,
                expectedVersion,
                new Provenance(
                        provenance.actor(),
                        provenance.origin(),
                        provenance.correlation(),
                        provenance.trace(),
                        procedureVersion,
                        provenance.externalId()));
    }
}
