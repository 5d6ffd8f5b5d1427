package vn.tthc.postal.carrierwork;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
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
            while (!Thread.currentThread().isInterrupted()) {
                look();
                TimeUnit.MILLISECONDS.sleep(settings.every().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            if (duties.isMine(DUTY)) {
                sender.sendDue();
                events.tryDue();
                polling.askDue();
            }
            meters.waiting(events.waiting(), orders.count(Order.State.PARKED));
        } catch (RuntimeException e) {
            LOG.warn("Carriers are looked after again in a moment: {}", e.toString());
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
