package vn.tthc.postal.carrierwork;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.store.StaleDocument;
import vn.tthc.postal.carrierevents.CarrierEvents;
import vn.tthc.postal.carrierorders.CarrierOrders;
import vn.tthc.postal.carrierorders.CarrierOrders.Kept;
import vn.tthc.postal.carrierorders.Order;
import vn.tthc.postal.carriers.CarrierAway;
import vn.tthc.postal.carriers.CarrierEvent;
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

    private final CarrierOrders orders;
    private final Carriers carriers;
    private final CarrierEvents events;
    private final ItemReader items;
    private final CarrierSettings settings;
    private final CarrierMeters meters;
    private final Validator validator;
    private final InstantSource clock;
    private final Backoff patience;

    Polling(
            CarrierOrders orders,
            Carriers carriers,
            CarrierEvents events,
            ItemReader items,
            CarrierSettings settings,
            CarrierMeters meters,
            Validator validator,
            InstantSource clock) {
        this.orders = orders;
        this.carriers = carriers;
        this.events = events;
        this.items = items;
        this.settings = settings;
        this.meters = meters;
        this.validator = validator;
        this.clock = clock;
        this.patience = new Backoff(settings.quiet(), max(settings.quiet(), Duration.ofDays(1)));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Asks about what is due, a bounded number. A carrier that is away is left alone until the next look. */
    void askDue() throws InterruptedException {
        Set<String> away = new HashSet<>();
        for (Kept kept :
                orders.in(Order.State.PLACED, clock.instant(), null, AT_ONCE).orders()) {
            if (!away.contains(kept.order().carrier())) {
                try {
                    ask(kept);
                } catch (CarrierAway e) {
                    away.add(kept.order().carrier());
                    orders.put(vain(kept.order(), String.valueOf(e.getMessage())), kept.version());
                } catch (StaleDocument changed) {
                    LOG.debug("An order changed while it was asked about");
                } catch (RuntimeException e) {
                    // One item must not hold up the others.
                    LOG.warn(
                            "Asking about item {} failed: {}",
                            kept.order().itemId(),
                            e.getClass().getName());
                    orders.put(vain(kept.order(), e.getClass().getSimpleName()), kept.version());
                }
            }
        }
    }

    private void ask(Kept kept) throws InterruptedException {
        Order order = kept.order();
        Instant now = clock.instant();
        ItemState.Open item = item(order).orElse(null);
        if (item == null || over(item)) {
            orders.put(order.ended(now), kept.version());
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
            for (CarrierEvent event : contract.get().carrier().told(order.itemId())) {
                if (validator.validate(event).isEmpty()) {
                    events.hear(contract.get(), event);
                } else {
                    LOG.warn("Carrier {} told something that cannot be read", order.carrier());
                }
            }
        } catch (CarrierRefused refused) {
            // It does not know the order any more: it is ordered again, which is the same order.
            orders.put(
                    refused.unknown() ? order.anew(now) : order.parked(now, String.valueOf(refused.getMessage())),
                    kept.version());
            return;
        }
        ItemState.Open after = item(order).orElse(item);
        boolean news = after.scans().size() + after.unbelieved().size() > before;
        orders.put(
                over(after) ? order.ended(now) : news ? order.heard(now.plus(settings.quiet())) : vain(order, "silent"),
                kept.version());
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
