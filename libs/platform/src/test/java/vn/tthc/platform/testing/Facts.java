package vn.tthc.platform.testing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.RecordedCommit;

/** Puts facts into a log. */
public final class Facts {
    private static final EventJson JSON = new EventJson();
    private static final Instant WHEN = Instant.parse("2026-03-02T05:00:00Z");

    private Facts() {}

    public static StreamId aDossier() {
        return StreamId.dossier(UUID.randomUUID().toString());
    }

    /** A fact that says a word and needs nothing else. */
    public static TthcEvent said(StreamId stream, String word) {
        return switch (stream.type()) {
            case DOSSIER -> new DossierEvent.ReceptionRefused(WHEN, word, "ground");
            case CASE -> new CaseEvent.Finished(WHEN, word, false);
            case OPERATION -> new OperationEvent.RecordSkipped(WHEN, "consumer", "dossier", "stream", 1, word);
            case ITEM, MANIFEST, TILL, PROCEDURE, AGENCY, CALENDAR, DELEGATION, CODES, OFFICER ->
                throw new IllegalArgumentException(stream.toString());
        };
    }

    /** The word of a fact made by {@link #said}. */
    public static String word(TthcEvent event) {
        return switch (event) {
            case DossierEvent.ReceptionRefused refused -> refused.reason();
            case CaseEvent.Finished finished -> String.valueOf(finished.resultNumber());
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    /** Appends a commit with one fact per word. */
    public static RecordedCommit append(EventLog log, StreamId stream, long expectedVersion, String... words) {
        List<NewEvent> events = List.of(words).stream()
                .map(word -> {
                    TthcEvent event = said(stream, word);
                    return new NewEvent(
                            UUID.randomUUID().toString(),
                            JSON.type(event.getClass()).value(),
                            1,
                            WHEN,
                            Audience.CITIZEN,
                            stream.id(),
                            JSON.write(event));
                })
                .toList();
        Provenance provenance = new Provenance(
                new Actor("officer-1", Set.of(Role.RECEPTION_OFFICER, Role.CASE_OFFICER), null),
                Origin.LIVE,
                "correlation",
                null,
                "1.012796@1",
                null);
        return log.append(new Commit(
                        stream, expectedVersion, UUID.randomUUID().toString(), null, null, provenance, events))
                .commit();
    }
}
