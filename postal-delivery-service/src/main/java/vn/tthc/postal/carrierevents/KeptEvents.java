package vn.tthc.postal.carrierevents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** The documents of the events that are no scans yet; nothing else knows them, so they stay when views are built anew. */
@Component
class KeptEvents {
    private static final String COLLECTION = "kept_carrier_events";
    private static final String STATE = "state";
    private static final String RECEIVED = "received";
    private static final String NEXT = "next";
    private static final String EVENT = "event";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;

    KeptEvents(DocumentStore documents) {
        this.documents = documents;
        documents.declare(List.of(new CollectionSpec(
                COLLECTION,
                List.of(
                        new Index("by_state", List.of(STATE), RECEIVED),
                        new Index("by_next", List.of(STATE), NEXT),
                        new Index("by_event", List.of(EVENT), RECEIVED)))));
    }

    /** Whom an event waits for. */
    enum State {
        /** It is tried again by itself. */
        TIME,
        /** A person. */
        PERSON,
        /** Nobody: a person has settled it. */
        SETTLED;

        private static State of(KeptEvent event) {
            if (event.settled() != null) {
                return SETTLED;
            }
            return event.nextAt() == null ? PERSON : TIME;
        }
    }

    /** A kept event with the version of its document. */
    record Kept(KeptEvent event, long version) {}

    Optional<Kept> find(String carrier, String eventId, int telling) {
        return documents
                .get(COLLECTION, KeptEvent.id(carrier, eventId, telling))
                .map(KeptEvents::read);
    }

    /** Everything that is kept under a carrier's name of an event. */
    List<Kept> tellings(String carrier, String eventId, int limit) {
        List<Kept> found = new ArrayList<>();
        find(carrier, eventId, 1).ifPresent(found::add);
        found.addAll(page(new Find(
                        COLLECTION,
                        "by_event",
                        Map.of(EVENT, KeptEvent.id(carrier, eventId, 1)),
                        null,
                        null,
                        false,
                        null,
                        limit))
                .events());
        return found;
    }

    /**
     * Keeps one; durable when this returns.
     *
     * @param version the version it was read at, 0 for a new one
     */
    void put(KeptEvent event, long version) {
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put(STATE, State.of(event).name());
        indexed.put(RECEIVED, event.receivedAt().toEpochMilli());
        indexed.put(NEXT, event.nextAt() == null ? null : event.nextAt().toEpochMilli());
        // The first is found by its own id, as those from before there were others.
        indexed.put(
                EVENT,
                event.whichTelling() == 1
                        ? null
                        : KeptEvent.id(event.carrier(), event.event().eventId(), 1));
        documents.write(writer -> {
            writer.put(COLLECTION, event.id(), version, JSON.writeValueAsString(event), indexed);
            return true;
        });
    }

    /** It has become a scan. */
    void delete(KeptEvent event) {
        documents.write(writer -> {
            writer.delete(COLLECTION, event.id());
            return true;
        });
    }

    /** Those whose time has come, the longest waiting first. */
    List<Kept> due(Instant now, int limit) {
        return page(new Find(
                        COLLECTION,
                        "by_next",
                        Map.of(STATE, State.TIME.name()),
                        null,
                        now.toEpochMilli() + 1,
                        false,
                        null,
                        limit))
                .events();
    }

    /** Some kept events, and where the next ones start. */
    record Some(List<Kept> events, @Nullable String next) {}

    /**
     * A page of those in a state, the oldest first.
     *
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    Some in(State state, @Nullable String after, int limit) {
        return page(new Find(COLLECTION, "by_state", Map.of(STATE, state.name()), null, null, false, after, limit));
    }

    long count(State state) {
        return documents.count(
                new Find(COLLECTION, "by_state", Map.of(STATE, state.name()), null, null, false, null, 1));
    }

    private Some page(Find find) {
        Page page = documents.find(find);
        return new Some(page.documents().stream().map(KeptEvents::read).toList(), page.next());
    }

    private static Kept read(Document document) {
        return new Kept(JSON.readValue(document.json(), KeptEvent.class), document.version());
    }
}
