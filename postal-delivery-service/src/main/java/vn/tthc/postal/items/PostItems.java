package vn.tthc.postal.items;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.clock.Calendars;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.domain.Reach;
import vn.tthc.postal.domain.Retention;
import vn.tthc.postal.domain.Work;
import vn.tthc.postal.reference.PostalPoints;
import vn.tthc.postal.reference.Route;
import vn.tthc.postal.reference.Routes;

/**
 * The items by what is printed on them and by what is to be done with them, and what was brought to the communes day by
 * day. One projection for all, since a day's count is right only while it moves together with its items.
 */
@Component
public class PostItems implements Projection {
    static final String ITEMS = "post_items";
    static final String BY_IDENTIFIER = "by_identifier";
    static final String BY_WORK = "by_work";
    static final String BY_ROUTE = "by_route";
    static final String DAYS = "commune_days";
    static final String BY_DAY = "by_day";

    private final ItemReader items;
    private final PostalPoints points;
    private final Routes routes;
    private final JsonMapper json;

    PostItems(ItemReader items, PostalPoints points, Routes routes, EventJson json) {
        this.items = items;
        this.points = points;
        this.routes = routes;
        this.json = json.mapper();
    }

    @Override
    public String name() {
        return "post-items";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                new CollectionSpec(
                        ITEMS,
                        List.of(
                                new Index(BY_IDENTIFIER, List.of("identifier"), "since"),
                                new Index(BY_WORK, List.of("work"), "since"),
                                new Index(BY_ROUTE, List.of("work", "route"), "since"))),
                new CollectionSpec(DAYS, List.of(new Index(BY_DAY, List.of(), "day"))));
    }

    @Override
    public boolean acrossDossiers() {
        return true;
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        if (!(event.event() instanceof PostalEvent)) {
            return;
        }
        StreamId stream = StreamId.parse(event.envelope().stream());
        Optional<ItemEntry> now = items.upTo(stream, event.envelope().version()).map(item -> entry(stream.id(), item));
        if (now.isEmpty()) {
            return;
        }
        Optional<Document> found = documents.get(ITEMS, stream.id());
        found.map(document -> json.readValue(document.json(), ItemEntry.class))
                .ifPresent(before -> count(before, -1, documents));
        count(now.get(), 1, documents);
        put(now.get(), found.map(Document::version).orElse(0L), documents);
    }

    private void put(ItemEntry item, long version, DocumentWriter documents) {
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put("identifier", item.identifier());
        indexed.put("work", item.work() == null || item.at() == null ? null : key(item.at(), item.work()));
        indexed.put("route", item.route());
        indexed.put("since", ChronoUnit.MICROS.between(Instant.EPOCH, item.since()));
        documents.put(ITEMS, item.itemId(), version, json.writeValueAsString(item), indexed);
    }

    static String key(String point, Work.Kind kind) {
        return point + "/" + kind;
    }

    private void count(ItemEntry item, int by, DocumentWriter documents) {
        String id = item.communeDay();
        if (id == null || item.unit() == null || item.accepted() == null) {
            return;
        }
        LocalDate day = item.accepted();
        Optional<Document> found = documents.get(DAYS, id);
        CommuneDay before = found.map(document -> json.readValue(document.json(), CommuneDay.class))
                .orElse(new CommuneDay(item.unit(), day, 0, 0, 0));
        documents.put(
                DAYS,
                id,
                found.map(Document::version).orElse(0L),
                json.writeValueAsString(before.count(item, by)),
                Map.of("day", day.toString()));
    }

    private ItemEntry entry(String itemId, ItemState.Open state) {
        PostalEvent.Opened item = state.item();
        Optional<Work> work = Work.of(state);
        String from = from(item);
        String at = work.map(todo -> todo.point() == null ? from : todo.point()).orElse(null);
        Optional<Reach> reach = Reach.of(state);
        return new ItemEntry(
                itemId,
                item.identifier(),
                item.dossierCode(),
                item.purpose(),
                item.from().id(),
                item.toUnit(),
                item.office(),
                work.map(Work::kind).orElse(null),
                at,
                work.flatMap(todo -> route(todo, Objects.requireNonNullElse(state.givenAt(), from), item))
                        .orElse(null),
                work.map(Work::since).orElse(item.occurredAt()),
                Retention.of(state, Calendars.byDefault()).returnFrom(),
                reach.map(Reach::accepted).orElse(null),
                reach.map(Reach::reached).orElse(null));
    }

    /** The point that fetches what leaves from an agency: its own, or the first centre. */
    private String from(PostalEvent.Opened item) {
        return points.fetching(item.from().id());
    }

    private Optional<String> route(Work work, String from, PostalEvent.Opened item) {
        String next = switch (work.kind()) {
            case FETCH, BRING_BACK -> from;
            case CARRY, DELIVER -> item.office();
        };
        return next == null ? Optional.empty() : routes.of(next).map(Route::route);
    }
}
