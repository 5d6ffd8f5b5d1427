package vn.tthc.postal.carrierwork;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Threads;
import vn.tthc.postal.carrierevents.CarrierEvents;
import vn.tthc.postal.carrierorders.CarrierOrders;
import vn.tthc.postal.carrierorders.Order;
import vn.tthc.postal.carrierorders.OrderSender;
import vn.tthc.postal.carriers.CarrierMeters;
import vn.tthc.postal.carriers.CarrierSettings;

/** The one thread of a process that works with carriers. Nothing on anybody's command waits for it. */
@Component
class CarrierLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierLoop.class);
    private static final String DUTY = "carriers";
    private static final Backoff PATIENCE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** A question may take so long before it is given up. */
    private static final Duration STOP = Duration.ofSeconds(5);

    private final OrderSender sender;
    private final Polling polling;
    private final CarrierEvents events;
    private final CarrierOrders orders;
    private final CarrierMeters meters;
    private final CarrierSettings settings;
    private final Duties duties;
    private volatile @Nullable Thread thread;

    CarrierLoop(
            OrderSender sender,
            Polling polling,
            CarrierEvents events,
            CarrierOrders orders,
            CarrierMeters meters,
            CarrierSettings settings,
            Duties duties) {
        this.sender = sender;
        this.polling = polling;
        this.events = events;
        this.orders = orders;
        this.meters = meters;
        this.settings = settings;
        this.duties = duties;
    }

    private void run() {
        try {
            int failures = 0;
            while (!Thread.currentThread().isInterrupted()) {
                failures = look() ? 0 : failures + 1;
                Duration pause = failures == 0 ? settings.every() : PATIENCE.after(failures);
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers whether the store was there: what fails of single orders and events is dealt with where it fails. */
    private boolean look() throws InterruptedException {
        try {
            if (duties.isMine(DUTY)) {
                orders.readAgain();
                sender.sendDue();
                events.tryDue();
                polling.askDue();
            }
            meters.waiting(events.waiting(), orders.count(Order.State.PARKED) + orders.countUnreadable());
            return true;
        } catch (RuntimeException e) {
            meters.failed();
            LOG.warn(
                    "Carriers are looked after again in a moment: {}",
                    e.getClass().getName());
            return false;
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("carriers").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        Threads.stop(thread, STOP);
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return FlowPhases.TIMERS;
    }
}
