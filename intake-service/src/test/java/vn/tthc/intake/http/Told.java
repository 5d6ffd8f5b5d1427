package vn.tthc.intake.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;

/** Events of other services, handed to the reactions as a consumer would. */
final class Told {
    private final List<Reaction> reactions;

    Told(List<Reaction> reactions) {
        this.reactions = reactions;
    }

    void tell(StreamId stream, long version, String dossierId, TthcEvent event) {
        Envelope envelope = new Envelope(
                stream + "@" + version,
                "test",
                1,
                stream.toString(),
                version,
                event.occurredAt(),
                Instant.now(),
                Origin.LIVE,
                new Actor("case-xa", Set.of(Role.CASE_OFFICER), null),
                "command-" + version,
                null,
                "correlation",
                null,
                Audience.AGENCY,
                dossierId,
                "1.012796@2026-01",
                null);
        reactions.stream()
                .filter(reaction -> reaction.topics().contains(stream.type().topic()))
                .forEach(reaction -> reaction.react(new ReceivedEvent(envelope, event, 0)));
    }
}
