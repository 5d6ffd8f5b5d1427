package vn.tthc.platform.agency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.platform.access.AgencyTree;
import vn.tthc.platform.access.AgencyTrees;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** Every agency of every era, as published, and the tree they make. */
public final class PublishedAgencies implements Projection, AgencyTrees {
    private static final String COLLECTION = "agency_tree";
    private static final String ALL = "all";
    private static final int PAGE = 1000;

    /** After a change the tree is read anew for so long, since the change is seen only once its transaction is in. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /** And now and then in any case: another process may have taken the event. */
    private static final Duration AGE = Duration.ofMinutes(1);

    private final DocumentStore documents;
    private final JsonMapper json;
    private final InstantSource clock;
    private volatile Instant changed = Instant.MIN;
    private volatile @Nullable Loaded loaded;

    private record Loaded(AgencyTree tree, Instant at) {}

    public PublishedAgencies(DocumentStore documents, EventJson json, InstantSource clock) {
        this.documents = documents;
        this.json = json.mapper();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agency-tree";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(COLLECTION, List.of(new Index(ALL, List.of(), "agency"))));
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter writer) {
        if (event.event() instanceof ReferenceEvent.AgencyRegistered registered) {
            Agency agency = registered.agency();
            long version =
                    writer.get(COLLECTION, agency.id()).map(Document::version).orElse(0L);
            writer.put(
                    COLLECTION, agency.id(), version, json.writeValueAsString(agency), Map.of("agency", agency.id()));
            changed = clock.instant();
        }
    }

    @Override
    public AgencyTree now() {
        Instant now = clock.instant();
        Loaded last = loaded;
        // Read after the change had settled, and not only asked for after it: nobody may have asked in between.
        if (last != null
                && last.at().isAfter(changed.plus(SETTLING))
                && now.isBefore(last.at().plus(AGE))) {
            return last.tree();
        }
        Loaded fresh = new Loaded(new AgencyTree(all()), now);
        loaded = fresh;
        return fresh.tree();
    }

    private List<Agency> all() {
        List<Agency> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page page = documents.find(new Find(COLLECTION, ALL, Map.of(), null, null, false, after, PAGE));
            page.documents().forEach(document -> all.add(read(document)));
            after = page.next();
        } while (after != null);
        return all;
    }

    /** The agency of that id ({@code code@validFrom}), of whatever era. */
    public Optional<Agency> find(DocumentReader reader, String id) {
        return reader.get(COLLECTION, id).map(this::read);
    }

    private Agency read(Document document) {
        return json.readValue(document.json(), Agency.class);
    }

    /**
     * What an agency became, those that exist on that day, followed through every change in between.
     *
     * @return empty as well when one in between is not known (yet)
     */
    public List<Agency> successors(DocumentReader reader, Agency agency, LocalDate day) {
        List<Agency> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(agency.successors());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            Optional<Agency> next = seen.add(id) ? find(reader, id) : Optional.empty();
            if (next.isPresent() && next.get().ref().validOn(day)) {
                found.add(next.get());
            } else if (next.isPresent()) {
                open.addAll(next.get().successors());
            }
        }
        return found;
    }
}
