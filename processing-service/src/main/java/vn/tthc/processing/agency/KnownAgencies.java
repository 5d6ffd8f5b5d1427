package vn.tthc.processing.agency;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;

/** Agencies as intake has published them. A case has its own with it; these are for what comes from outside its flow. */
@Component
public class KnownAgencies implements Projection {
    private static final String COLLECTION = "agencies";

    private final JsonMapper json;

    KnownAgencies(EventJson json) {
        this.json = json.mapper();
    }

    @Override
    public String name() {
        return "agencies";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(COLLECTION, List.of()));
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        if (event.event() instanceof ReferenceEvent.AgencyRegistered registered) {
            Agency agency = registered.agency();
            long version = documents
                    .get(COLLECTION, agency.id())
                    .map(Document::version)
                    .orElse(0L);
            documents.put(COLLECTION, agency.id(), version, json.writeValueAsString(agency), Map.of());
        }
    }

    /** The agency of that id ({@code code@validFrom}), of whatever era. */
    public Optional<Agency> find(DocumentReader documents, String id) {
        return documents.get(COLLECTION, id).map(document -> json.readValue(document.json(), Agency.class));
    }

    /**
     * What an agency became, those that exist on that day, followed through every change in between.
     *
     * @return empty as well when one in between is not known (yet)
     */
    public List<Agency> successors(DocumentReader documents, Agency agency, LocalDate day) {
        List<Agency> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(agency.successors());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            Optional<Agency> next = seen.add(id) ? find(documents, id) : Optional.empty();
            if (next.isPresent() && next.get().ref().validOn(day)) {
                found.add(next.get());
            } else if (next.isPresent()) {
                open.addAll(next.get().successors());
            }
        }
        return found;
    }
}
