package vn.tthc.postal.carrierorders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.postal.carrierorders.Order.State;

/** The documents of the orders. What a carrier was told stands nowhere else, so they stay when views are built anew. */
@Component
public class CarrierOrders {
    private static final String COLLECTION = "kept_carrier_orders";
    private static final String STATE = "state";
    private static final String NEXT = "next";
    private static final String NUMBER = "number";
    /** Where an order stands that cannot be read: in no state, so that no page of orders stops at it. */
    private static final String UNREADABLE = "UNREADABLE";

    private static final int UNREADABLE_AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(CarrierOrders.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;

    CarrierOrders(DocumentStore documents) {
        this.documents = documents;
        documents.declare(List.of(new CollectionSpec(
                COLLECTION,
                List.of(new Index("by_state", List.of(STATE), NEXT), new Index("by_number", List.of(NUMBER), NEXT)))));
    }

    /** An order with the version of its document. */
    public record Kept(Order order, long version) {}

    /** The item a carrier knows by that number. */
    public Optional<String> ofNumber(String carrier, String number) {
        return documents
                .find(new Find(
                        COLLECTION, "by_number", Map.of(NUMBER, key(carrier, number)), null, null, true, null, 1))
                .documents()
                .stream()
                .map(Document::id)
                .findFirst();
    }

    /** The order of an item. */
    public Optional<Kept> find(String itemId) {
        return documents.get(COLLECTION, itemId).map(CarrierOrders::read);
    }

    /** Notes that a carrier has to know of an item as it is at a version; told again, nothing changes. */
    public void want(String itemId, String dossierId, String carrier, long version, Instant now) {
        documents.write(writer -> {
            Optional<Kept> known = writer.get(COLLECTION, itemId).map(CarrierOrders::read);
            Order order = known.map(kept -> kept.order().changed(version, now))
                    .orElseGet(() -> Order.of(itemId, dossierId, carrier, version, now));
            if (known.isEmpty() || !known.get().order().equals(order)) {
                put(writer, order, known.map(Kept::version).orElse(0L));
            }
            return true;
        });
    }

    /**
     * Changes an order that was read; answers it as it is kept now.
     *
     * @throws vn.tthc.platform.store.StaleDocument when it was changed since
     */
    public Kept put(Order order, long version) {
        return documents.write(writer -> {
            put(writer, order, version);
            return read(writer.get(COLLECTION, order.itemId()).orElseThrow());
        });
    }

    /** Some orders, and where the next ones start. */
    public record Some(List<Kept> orders, @Nullable String next) {}

    /**
     * Those in a state, what has waited longest first. One that cannot be read is set aside and named in the log, so that
     * it holds up no other.
     *
     * @param until only those whose moment has come by then; null for all
     * @throws IllegalArgumentException when {@code after} is not where a page ended
     */
    public Some in(State state, @Nullable Instant until, @Nullable String after, int limit) {
        Page page = documents.find(new Find(
                COLLECTION,
                "by_state",
                Map.of(STATE, state.name()),
                null,
                until == null ? null : until.toEpochMilli() + 1,
                false,
                after,
                limit));
        List<Kept> readable = new ArrayList<>();
        for (Document document : page.documents()) {
            Kept kept;
            try {
                kept = read(document);
            } catch (RuntimeException e) {
                setAside(document, e);
                continue;
            }
            readable.add(kept);
        }
        return new Some(readable, page.next());
    }

    private void setAside(Document document, RuntimeException e) {
        LOG.error(
                "The order of item {} cannot be read and is set aside: {}",
                document.id(),
                e.getClass().getSimpleName());
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put(STATE, UNREADABLE);
        indexed.put(NEXT, 0L);
        documents.write(writer -> {
            writer.put(COLLECTION, document.id(), document.version(), document.json(), indexed);
            return true;
        });
    }

    /** Items whose orders cannot be read; nothing is sent or asked for them. */
    public List<String> unreadable() {
        return unreadablePage().stream().map(Document::id).toList();
    }

    /** How many there are of those. */
    public long countUnreadable() {
        return documents.count(new Find(COLLECTION, "by_state", Map.of(STATE, UNREADABLE), null, null, false, null, 1));
    }

    /** Takes up again what can be read by now, because it or this software was mended. */
    public void readAgain() {
        for (Document document : unreadablePage()) {
            Kept kept;
            try {
                kept = read(document);
            } catch (RuntimeException e) {
                LOG.debug("The order of item {} still cannot be read", document.id());
                continue;
            }
            put(kept.order(), kept.version());
        }
    }

    private List<Document> unreadablePage() {
        return documents
                .find(new Find(
                        COLLECTION, "by_state", Map.of(STATE, UNREADABLE), null, null, false, null, UNREADABLE_AT_ONCE))
                .documents();
    }

    /** How many are in a state. */
    public long count(State state) {
        return documents.count(
                new Find(COLLECTION, "by_state", Map.of(STATE, state.name()), null, null, false, null, 1));
    }

    private static String key(String carrier, String number) {
        return carrier + "|" + number;
    }

    private static void put(DocumentWriter writer, Order order, long version) {
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put(STATE, order.state().name());
        indexed.put(NEXT, order.nextAt().toEpochMilli());
        indexed.put(NUMBER, order.number() == null ? null : key(order.carrier(), order.number()));
        writer.put(COLLECTION, order.itemId(), version, JSON.writeValueAsString(order), indexed);
    }

    private static Kept read(Document document) {
        Order order = JSON.readValue(document.json(), Order.class);
        Stream.of(order.itemId(), order.dossierId(), order.carrier(), order.state(), order.nextAt())
                .forEach(Objects::requireNonNull);
        return new Kept(order, document.version());
    }
}
