package vn.tthc.postal.carrierorders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.store.StaleDocument;
import vn.tthc.postal.carrierorders.CarrierOrders.Kept;
import vn.tthc.postal.carriers.CarrierAway;
import vn.tthc.postal.carriers.CarrierMeters;
import vn.tthc.postal.carriers.CarrierMeters.Ordered;
import vn.tthc.postal.carriers.CarrierOrder;
import vn.tthc.postal.carriers.CarrierRefused;
import vn.tthc.postal.carriers.CarrierSettings;
import vn.tthc.postal.carriers.Carriers;
import vn.tthc.postal.carriers.Carriers.Contract;

/**
 * Sends orders that wait. An order is the same however often it is sent, so one whose answer was lost is sent again; after
 * so many tries, or a refusal, it is left to a person.
 */
@Component
public class OrderSender {
    private static final Logger LOG = LoggerFactory.getLogger(OrderSender.class);
    private static final int AT_ONCE = 100;
    private static final Backoff PATIENCE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    private final CarrierOrders orders;
    private final OrderPapers papers;
    private final Carriers carriers;
    private final CarrierSettings settings;
    private final CarrierMeters meters;
    private final InstantSource clock;

    OrderSender(
            CarrierOrders orders,
            OrderPapers papers,
            Carriers carriers,
            CarrierSettings settings,
            CarrierMeters meters,
            InstantSource clock) {
        this.orders = orders;
        this.papers = papers;
        this.carriers = carriers;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Sends what is due, a bounded number. A carrier that is away is left alone until the next look. */
    public void sendDue() throws InterruptedException {
        Set<String> away = new HashSet<>();
        for (Kept kept :
                orders.in(Order.State.WAITING, clock.instant(), null, AT_ONCE).orders()) {
            if (!away.contains(kept.order().carrier())) {
                try {
                    if (!send(kept)) {
                        away.add(kept.order().carrier());
                    }
                } catch (StaleDocument changed) {
                    LOG.debug("An order changed while it was sent, and is sent again");
                } catch (RuntimeException e) {
                    // One order must not hold up the others; its text may speak of what was read.
                    LOG.warn(
                            "The order of item {} failed: {}",
                            kept.order().itemId(),
                            e.getClass().getName());
                    orders.put(vain(kept.order(), e.getClass().getSimpleName()), kept.version());
                }
            }
        }
    }

    /** Answers whether the carrier was there. */
    private boolean send(Kept kept) throws InterruptedException {
        Order order = kept.order();
        Instant now = clock.instant();
        Optional<Contract> contract = carriers.find(order.carrier());
        if (contract.isEmpty()) {
            orders.put(order.parked(now, "carrier " + order.carrier() + " is not in use"), kept.version());
            return true;
        }
        Optional<CarrierOrder> paper = papers.of(order);
        if (paper.isEmpty() || (paper.get().cancelled() && order.sent() == 0 && order.attempts() == 0)) {
            orders.put(order.ended(now), kept.version());
            return true;
        }
        try {
            String number = contract.get().carrier().order(paper.get());
            meters.ordered(Ordered.PLACED);
            Order placed = order.placed(paper.get().revision(), number, now.plus(settings.quiet()));
            orders.put(paper.get().cancelled() ? placed.ended(now) : placed, kept.version());
            return true;
        } catch (CarrierRefused refused) {
            meters.ordered(Ordered.REFUSED);
            orders.put(order.parked(now, String.valueOf(refused.getMessage())), kept.version());
            return true;
        } catch (CarrierAway away) {
            meters.ordered(Ordered.AWAY);
            orders.put(vain(order, String.valueOf(away.getMessage())), kept.version());
            return false;
        }
    }

    private Order vain(Order order, String why) {
        Instant now = clock.instant();
        int tries = order.attempts() + 1;
        return tries >= settings.attempts()
                ? order.again(now, why).parked(now, why)
                : order.again(now.plus(PATIENCE.after(tries)), why);
    }
}
