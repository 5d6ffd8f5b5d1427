package vn.tthc.e2e.plug;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Pulls the plug of processes, at moments and in an order that the seed decides. */
final class Plug {
    private final Machine machine;
    private final Random random;
    private final Ledger ledger;
    private final Consumer<String> say;
    private int kills;

    Plug(Machine machine, long seed, Ledger ledger, Consumer<String> say) {
        this.machine = machine;
        this.random = new Random(new java.util.SplittableRandom(seed).nextLong());
        this.ledger = ledger;
        this.say = say;
    }

    int kills() {
        return kills;
    }

    /** One of the services, or the broker. */
    String any() {
        List<String> services = machine.services();
        int number = random.nextInt(services.size() + 1);
        return number == services.size() ? Machine.BROKER : services.get(number);
    }

    /** One of the services, but not that one. */
    String serviceOtherThan(String name) {
        return Machine.SERVICES.stream()
                .filter(service -> !service.equals(name))
                .collect(Collectors.toList())
                .get(random.nextInt(Machine.SERVICES.size() - 1));
    }

    /** Kills it in the middle of work, and starts it again after a moment in which everybody else went on. */
    void killAndStart(String name) throws Exception {
        somewhen(1_500);
        kill(name);
        somewhen(1_000);
        up();
    }

    /** All services at once, as in a power cut; the broker goes on. */
    void killAllAndStart() throws Exception {
        machine.killAll(Machine.SERVICES);
        kills += Machine.SERVICES.size();
        say.accept("killed all services at once after " + ledger.acknowledged() + " acknowledged commands");
        up();
    }

    void kill(String name) throws Exception {
        machine.kill(name);
        kills++;
        say.accept("killed " + name + " after " + ledger.acknowledged() + " acknowledged commands");
    }

    void up() throws Exception {
        machine.up();
        say.accept("everything is up again");
    }

    /** It does not run for some time and knows nothing of it. */
    void freeze(String name, Duration time) throws Exception {
        machine.freeze(name);
        say.accept("stopped " + name + " for " + time.toSeconds() + " s");
        try {
            pass(time);
        } finally {
            machine.thaw(name);
        }
    }

    /** The broker is away and answers keep coming; at the end a service dies with what it could not publish. */
    void brokerAway(Duration time, String dies) throws Exception {
        kill(Machine.BROKER);
        long before = ledger.acknowledged();
        Duration window = Duration.ofSeconds(4);
        long windows = time.minusSeconds(2).dividedBy(window);
        for (int i = 0; i < windows; i++) {
            answersKeepComing(window);
        }
        say.accept(ledger.acknowledged() - before + " commands were acknowledged without the broker");
        kill(dies);
        pass(time.minus(window.multipliedBy(windows)));
        up();
    }

    private void answersKeepComing(Duration window) {
        long start = System.nanoTime();
        long before = ledger.acknowledged();
        Awaitility.await("commands are acknowledged while the broker is away")
                .atMost(window.multipliedBy(5))
                .until(() -> ledger.acknowledged() > before);
        pass(window.minusNanos(System.nanoTime() - start));
    }

    /** Waits until so many more commands have been acknowledged. */
    void work(int commands) {
        long before = ledger.acknowledged();
        Awaitility.await("the client gets on with its work")
                .atMost(Duration.ofSeconds(180))
                .until(() -> ledger.acknowledged() >= before + commands);
    }

    private void somewhen(int withinMillis) {
        pass(Duration.ofMillis(random.nextInt(withinMillis)));
    }

    /** Lets time pass; what happens in it is up to the others. */
    static void pass(Duration time) {
        if (time.isPositive()) {
            Awaitility.await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
        }
    }
}
