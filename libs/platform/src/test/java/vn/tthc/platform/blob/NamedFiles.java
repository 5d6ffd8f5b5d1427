package vn.tthc.platform.blob;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.DocumentStore;

/** Events that name files, as the view of names is told of them. */
final class NamedFiles {
    private static final Instant WHEN = Instant.parse("2026-03-02T05:00:00Z");

    private NamedFiles() {}

    /** Every event names the same files. */
    record Naming(Named... named) implements BlobNaming {
        @Override
        public Set<String> topics() {
            return Set.of(Topics.DOSSIER);
        }

        @Override
        public List<Named> in(TthcEvent event) {
            return List.of(named);
        }
    }

    /** An event of a stream that names a file, about those persons. */
    static void apply(DocumentStore documents, String hash, String stream, String... persons) {
        Envelope envelope = new Envelope(
                "e",
                "dossier.reception-refused",
                1,
                stream,
                1,
                WHEN,
                WHEN,
                Origin.LIVE,
                new Actor("officer-1", Set.of(Role.RECEPTION_OFFICER), null),
                "c",
                null,
                "correlation",
                null,
                Audience.CITIZEN,
                null,
                null,
                null);
        BlobNames names = new BlobNames(new Naming(new BlobNaming.Named(hash, Set.of(persons))));
        documents.write(writer -> {
            names.apply(
                    new ReceivedEvent(envelope, new DossierEvent.ReceptionRefused(WHEN, "reason", "ground"), 0),
                    writer);
            return true;
        });
    }
}
