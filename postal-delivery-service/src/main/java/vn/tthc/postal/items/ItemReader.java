package vn.tthc.postal.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.RecentStates;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.Item;
import vn.tthc.postal.domain.ItemState;

/** Reads items back from their streams. */
@Component
public class ItemReader {
    private static final Pattern ITEM_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RecentStates<ItemState> items;

    ItemReader(Streams streams) {
        this.items = streams.states(ItemState.NONE, (state, event) -> Item.evolve(state, (PostalEvent) event));
    }

    /** The id of an item follows from what it is, so that opening it twice opens one. */
    public static String id(String dossierId, Purpose purpose, int ordinal) {
        return Ids.uuid("item|" + dossierId + "|" + purpose + "|" + ordinal);
    }

    /**
     * The stream of an item.
     *
     * @throws Problem 404 when that cannot be an item id
     */
    public static StreamId stream(String itemId) {
        if (!ITEM_ID.matcher(itemId).matches()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return StreamId.item(itemId);
    }

    /** The item of a stream, empty when there is none. */
    public Optional<Loaded<ItemState.Open>> find(StreamId stream) {
        Loaded<ItemState> loaded = items.now(stream);
        return loaded.state() instanceof ItemState.Open open
                ? Optional.of(new Loaded<>(open, loaded.version()))
                : Optional.empty();
    }

    /** The item as it was at a version; empty when it was not open then. */
    public Optional<ItemState.Open> upTo(StreamId stream, long version) {
        return items.upTo(stream, version).state() instanceof ItemState.Open open
                ? Optional.of(open)
                : Optional.empty();
    }

    /**
     * The item as the caller saw it ({@code If-Match}). Whether they may act is asked of that one: a request that is sent
     * again after it, or a scan since, moved the item on is then answered as it was the first time.
     *
     * @throws Problem 404 when there is no item, 412 when there was none yet at that version
     */
    public ItemState.Open seen(StreamId stream, CommandContext decision) {
        long version = Objects.requireNonNull(decision.expectedVersion(), "a decision expects a version");
        return upTo(stream, version).orElseGet(() -> {
            get(stream);
            throw new Problem(CommonProblem.STALE_VERSION);
        });
    }

    /** Whether a text has the form of an item id. */
    public static boolean isItemId(String text) {
        return ITEM_ID.matcher(text).matches();
    }

    /**
     * The item of a stream.
     *
     * @throws Problem 404 when there is none
     */
    public Loaded<ItemState.Open> get(StreamId stream) {
        return find(stream).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** The items of a dossier. Their ids follow from the dossier, so nothing has to be searched. */
    List<Found> ofDossier(String dossierId) {
        List<Found> found = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            int of = 1;
            for (int ordinal = 1; ordinal <= of; ordinal++) {
                String itemId = id(dossierId, purpose, ordinal);
                Optional<Loaded<ItemState.Open>> item = find(StreamId.item(itemId));
                if (item.isPresent()) {
                    found.add(new Found(itemId, item.get().state()));
                    of = item.get().state().item().of();
                }
            }
        }
        return found;
    }

    /** An item with its id. */
    record Found(String itemId, ItemState.Open item) {}
}
