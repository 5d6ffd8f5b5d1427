package vn.tthc.postal.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.postal.domain.Work;

/** Finds items by what is printed on them, by what is to be done with them, and counts of them by commune and day. */
@Component
public class ItemLists {
    private static final int PAGE = 1000;

    private final DocumentStore documents;
    private final JsonMapper json;

    ItemLists(DocumentStore documents, EventJson json) {
        this.documents = documents;
        this.json = json.mapper();
    }

    /** The item that bears an identifier, the newest where several do; empty as well while it has not come through yet. */
    public Optional<StreamId> byIdentifier(String identifier) {
        return documents
                .find(new Find(
                        PostItems.ITEMS,
                        PostItems.BY_IDENTIFIER,
                        Map.of("identifier", identifier),
                        null,
                        null,
                        true,
                        null,
                        1))
                .documents()
                .stream()
                .findFirst()
                .map(document -> StreamId.item(document.id()));
    }

    /**
     * Some items, and where the next ones start.
     *
     * @param next null when these are the last
     */
    public record Items(List<ItemEntry> items, @Nullable String next) {}

    /**
     * What is to be done at a point, what waits longest first.
     *
     * @param route only what goes on along this mail route; null for all
     * @throws IllegalArgumentException when {@code after} is not where a page of this list ended
     */
    public Items work(String point, Work.Kind kind, @Nullable String route, @Nullable String after, int limit) {
        String work = PostItems.key(point, kind);
        Page page = documents.find(new Find(
                PostItems.ITEMS,
                route == null ? PostItems.BY_WORK : PostItems.BY_ROUTE,
                route == null ? Map.of("work", work) : Map.of("work", work, "route", route),
                null,
                null,
                false,
                after,
                limit));
        return new Items(page.documents().stream().map(this::entry).toList(), page.next());
    }

    /** How many items wait for that at a point. */
    public long count(String point, Work.Kind kind) {
        return documents.count(new Find(
                PostItems.ITEMS,
                PostItems.BY_WORK,
                Map.of("work", PostItems.key(point, kind)),
                null,
                null,
                false,
                null,
                1));
    }

    /** What was taken over for communes on these days, both included. */
    public List<CommuneDay> days(LocalDate from, LocalDate to) {
        List<CommuneDay> days = new ArrayList<>();
        String after = null;
        do {
            Page page = documents.find(new Find(
                    PostItems.DAYS,
                    PostItems.BY_DAY,
                    Map.of(),
                    from.toString(),
                    to.plusDays(1).toString(),
                    false,
                    after,
                    PAGE));
            page.documents().forEach(document -> days.add(json.readValue(document.json(), CommuneDay.class)));
            after = page.next();
        } while (after != null);
        return days;
    }

    private ItemEntry entry(Document document) {
        return json.readValue(document.json(), ItemEntry.class);
    }
}
