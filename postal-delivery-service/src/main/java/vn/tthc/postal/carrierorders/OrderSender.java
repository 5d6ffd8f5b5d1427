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
import vn.tthc.contracts.StreamId;
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
import vn.tthc.postal.domain.Phase;
import vn.tthc.postal.items.ItemReader;

/**
 * Sends orders that wait. An order is the same however often it is sent, so one whose answer was lost is sent again; after
 * so many tries, or a refusal, it is left to a person.
 */
@Component
public class OrderSender {
    private static final Logger LOG = LoggerFactory.getLogger(OrderSender.class);
    private static final int AT_ONCE = 100;
    private static final int PAGES = 100;
    private static final Backoff PATIENCE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    private final CarrierOrders orders;
    private final OrderPapers papers;
    private final ItemReader items;
    private final Carriers carriers;
    private final CarrierSettings settings;
    private final CarrierMeters meters;
    private final InstantSource clock;

    OrderSender(
            CarrierOrders orders,
            OrderPapers papers,
            ItemReader items,
            Carriers carriers,
            CarrierSettings settings,
            CarrierMeters meters,
            InstantSource clock) {
        this.orders = orders;
        this.papers = papers;
        this.items = items;
        this.carriers = carriers;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Sends what is due, a bounded number. A carrier that is away is left alone until the next look, and what waits for it is
     * passed over, so that it holds up nobody else's.
     */
    public void sendDue() throws InterruptedException {
        Set<String> away = new HashSet<>();
        Instant until = clock.instant();
        String after = null;
        int sent = 0;
        for (int page = 0; page < PAGES && sent < AT_ONCE; page++) {
            CarrierOrders.Some some = orders.in(Order.State.WAITING, until, after, AT_ONCE);
            for (Kept kept : some.orders()) {
                if (!away.contains(kept.order().carrier()) && sent < AT_ONCE) {
                    sent++;
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
        String itemId = kept.order().itemId();
        try {
            if (!send(kept)) {
                away.add(kept.order().carrier());
            }
        } catch (StaleDocument changed) {
            LOG.debug("An order changed while it was sent, and is sent again");
        } catch (RuntimeException e) {
            // Ours, so it uses up no try; and one order must not hold up the others. Its text may speak of what was
            // read.
            LOG.warn("The order of item {} failed: {}", itemId, e.getClass().getName());
            meters.failed();
            orders.find(itemId).ifPresent(now -> orders.put(failed(now.order(), e), now.version()));
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
        Optional<String> needless = needless(order);
        if (needless.isPresent()) {
            orders.put(order.ended(now, needless.get()), kept.version());
            return true;
        }
        Optional<CarrierOrder> paper = papers.of(order);
        if (paper.isEmpty() || (paper.get().cancelled() && !order.reachedCarrier())) {
            orders.put(order.ended(now, null), kept.version());
            return true;
        }
        // Noted before it leaves: whatever becomes of the answer, a cancellation has to follow it.
        Kept leaving = order.reachedCarrier() ? kept : orders.put(order.leaving(), kept.version());
        return place(leaving, contract.get(), paper.get(), now);
    }

    private boolean place(Kept kept, Contract contract, CarrierOrder paper, Instant now) throws InterruptedException {
        Order order = kept.order();
        try {
            String number = contract.carrier().order(paper);
            meters.ordered(Ordered.PLACED);
            Order placed = order.placed(paper.revision(), number, now.plus(settings.quiet()));
            orders.put(paper.cancelled() ? placed.ended(now, null) : placed, kept.version());
            return true;
        } catch (CarrierRefused refused) {
            meters.ordered(Ordered.REFUSED);
            String why = String.valueOf(refused.getMessage());
            // Who does not know what is called off will not carry it.
            boolean calledOff = paper.cancelled() && refused.unknown();
            orders.put(calledOff ? order.ended(now, why) : order.parked(now, why), kept.version());
            return true;
        } catch (CarrierAway away) {
            meters.ordered(Ordered.AWAY);
            orders.put(vain(order, String.valueOf(away.getMessage())), kept.version());
            return false;
        }
    }

    /** Why nobody has to be asked to carry it: it has arrived, or somebody else had it before the order left. */
    private Optional<String> needless(Order order) {
        Phase phase = items.find(StreamId.item(order.itemId()))
                .map(loaded -> loaded.state().timeline().phase())
                .orElse(Phase.WAITING);
        return switch (phase) {
            case WAITING -> Optional.empty();
            case UNDERWAY, RETURNING -> order.reachedCarrier() ? Optional.empty() : Optional.of("carried already");
            case DELIVERED, RETURNED -> Optional.of("over already");
        };
    }

    private Order vain(Order order, String why) {
        Instant now = clock.instant();
        int tries = order.attempts() + 1;
        return tries >= settings.attempts()
                ? order.again(now, why).parked(now, why)
                : order.again(now.plus(PATIENCE.after(tries)), why);
    }

    private Order failed(Order order, RuntimeException e) {
        Instant next = clock.instant().plus(PATIENCE.after(order.timesFailed() + 1));
        return order.failed(next, "failed here: " + e.getClass().getSimpleName());
    }
}
