package vn.tthc.postal.carrierwork;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.store.StaleDocument;
import vn.tthc.postal.carrierevents.CarrierEvents;
import vn.tthc.postal.carrierorders.CarrierOrders;
import vn.tthc.postal.carrierorders.CarrierOrders.Kept;
import vn.tthc.postal.carrierorders.Order;
import vn.tthc.postal.carriers.CarrierAway;
import vn.tthc.postal.carriers.CarrierMeters;
import vn.tthc.postal.carriers.CarrierRefused;
import vn.tthc.postal.carriers.CarrierSettings;
import vn.tthc.postal.carriers.Carriers;
import vn.tthc.postal.carriers.Carriers.Contract;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.domain.Phase;
import vn.tthc.postal.items.ItemReader;

/**
 * Asks carriers about items that were not heard of for a while: what they told may have been lost on its way. Rarer every
 * time it is in vain, a bounded number of times, then a person has to see to it.
 */
@Component
class Polling {
    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final int AT_ONCE = 50;
    private static final int PAGES = 100;
    private static final Backoff REPAIR = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    private final CarrierOrders orders;
    private final Carriers carriers;
    private final CarrierEvents events;
    private final ItemReader items;
    private final CarrierSettings settings;
    private final CarrierMeters meters;
    private final InstantSource clock;
    private final Backoff patience;

    Polling(
            CarrierOrders orders,
            Carriers carriers,
            CarrierEvents events,
            ItemReader items,
            CarrierSettings settings,
            CarrierMeters meters,
            InstantSource clock) {
        this.orders = orders;
        this.carriers = carriers;
        this.events = events;
        this.items = items;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.patience = new Backoff(settings.quiet(), max(settings.quiet(), Duration.ofDays(1)));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Asks about what is due, a bounded number. A carrier that is away is left alone until the next look. */
    void askDue() throws InterruptedException {
        Set<String> away = new HashSet<>();
        Instant until = clock.instant();
        String after = null;
        int asked = 0;
        for (int page = 0; page < PAGES && asked < AT_ONCE; page++) {
            CarrierOrders.Some some = orders.in(Order.State.PLACED, until, after, AT_ONCE);
            for (Kept kept : some.orders()) {
                if (!away.contains(kept.order().carrier()) && asked < AT_ONCE) {
                    asked++;
                    one(kept, away);
                }
            }
            after = some.next();
            if (after == null) {
                return;
            }
        }
    }

    private void one(Kept kept, Set<String> away) throws InterruptedException {
        Order order = kept.order();
        try {
            try {
                ask(kept);
            } catch (CarrierAway e) {
                away.add(order.carrier());
                orders.put(vain(order, String.valueOf(e.getMessage())), kept.version());
            }
        } catch (StaleDocument changed) {
            LOG.debug("An order changed while it was asked about");
        } catch (RuntimeException e) {
            // Ours, so it uses up no question; and one item must not hold up the others.
            LOG.warn(
                    "Asking about item {} failed: {}",
                    order.itemId(),
                    e.getClass().getName());
            meters.failed();
            orders.find(order.itemId()).ifPresent(now -> orders.put(failed(now.order(), e), now.version()));
        }
    }

    private void ask(Kept kept) throws InterruptedException {
        Order order = kept.order();
        Instant now = clock.instant();
        ItemState.Open item = item(order).orElse(null);
        if (item == null || over(item)) {
            orders.put(order.ended(now, null), kept.version());
            return;
        }
        Instant quietSince = item.scans().values().stream()
                .map(Scan::occurredAt)
                .max(Instant::compareTo)
                .orElse(item.item().occurredAt());
        Instant due = quietSince.plus(settings.quiet());
        if (due.isAfter(now) && order.attempts() == 0) {
            orders.put(order.heard(due), kept.version());
            return;
        }
        Optional<Contract> contract = carriers.find(order.carrier());
        if (contract.isEmpty() || !contract.get().carrier().takesOrders()) {
            orders.put(order.parked(now, "carrier " + order.carrier() + " is not in use"), kept.version());
            return;
        }
        meters.polled();
        int before = item.scans().size() + item.unbelieved().size();
        try {
            for (JsonNode event : contract.get().carrier().told(order.itemId())) {
                events.hear(contract.get(), event);
            }
        } catch (CarrierRefused refused) {
            orders.put(
                    refused.unknown() ? unknown(order, now) : order.parked(now, String.valueOf(refused.getMessage())),
                    kept.version());
            return;
        }
        ItemState.Open after = item(order).orElse(item);
        boolean news = after.scans().size() + after.unbelieved().size() > before;
        orders.put(
                over(after)
                        ? order.ended(now, null)
                        : news ? order.heard(now.plus(settings.quiet())) : vain(order, "silent"),
                kept.version());
    }

    /** It does not know the order any more: it is placed again, which is the same order, a few times. */
    private Order unknown(Order order, Instant now) {
        meters.unknown();
        return order.timesUnknown() >= settings.anew()
                ? order.parked(now, "taken and then unknown " + (order.timesUnknown() + 1) + " times")
                : order.forgotten(now);
    }

    private Order failed(Order order, RuntimeException e) {
        Instant next = clock.instant().plus(REPAIR.after(order.timesFailed() + 1));
        return order.failed(next, "failed here: " + e.getClass().getSimpleName());
    }

    private Order vain(Order order, String why) {
        Instant now = clock.instant();
        int tries = order.attempts() + 1;
        return tries >= settings.polls() ? order.parked(now, why) : order.again(now.plus(patience.after(tries)), why);
    }

    private Optional<ItemState.Open> item(Order order) {
        return items.find(StreamId.item(order.itemId())).map(loaded -> loaded.state());
    }

    private static boolean over(ItemState.Open item) {
        Phase phase = item.timeline().phase();
        return item.cancelled() || phase == Phase.DELIVERED || phase == Phase.RETURNED;
    }
}
