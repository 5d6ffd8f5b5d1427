package vn.tthc.e2e.plug;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Nothing acknowledged is lost, nothing is done twice, nothing wrong is shown, whatever dies. {@code -Dplug.seed=N}
 * repeats a run's plan, {@code -Dplug.long=true} takes the long form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PullThePlugTest {
    static final boolean LONG = Boolean.getBoolean("plug.long");
    private static final int KILLS = 20;

    private final long seed =
            Long.getLong("plug.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private final long start = System.nanoTime();
    private final Machine machine = machine();

    private static Machine machine() {
        try {
            return Machine.empty("plug");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void up() throws Exception {
        say("seed " + seed + "; -Dplug.seed=" + seed + " repeats the plan");
        machine.up();
        say("everything is up");
    }

    @AfterAll
    void down() throws Exception {
        machine.close();
    }

    @Test
    void whateverDiesTheBooksBalance() throws Exception {
        Ledger ledger = new Ledger();
        Plug plug = new Plug(machine, seed, ledger, this::say);
        int dossiers;
        try (Office office = new Office("plug", seed, machine, ledger, LONG ? 20_000 : 2_000)) {
            office.start();
            plug.work(60);
            if (LONG) {
                pullForLong(plug);
            } else {
                pull(plug);
            }
            plug.work(20);
            office.goHome();
            dossiers = office.dossiers();
        }
        say(plug.kills() + " kills, " + dossiers + " dossiers, " + ledger.summary());
        try (Audit audit = new Audit(machine, ledger)) {
            audit.balance();
        }
        say("balanced");
    }

    private static void pull(Plug plug) throws Exception {
        plug.killAndStart(plug.serviceOtherThan(Machine.INTAKE));
        plug.brokerAway(Duration.ofSeconds(15), Machine.INTAKE);
        plug.freeze(plug.serviceOtherThan(Machine.QUERY), Duration.ofSeconds(4));
        plug.killAndStart(plug.serviceOtherThan(Machine.INTAKE));
    }

    private static void pullForLong(Plug plug) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            plug.killAndStart(plug.any());
            plug.work(40);
            if (i == KILLS / 3) {
                plug.brokerAway(Duration.ofMinutes(2), Machine.INTAKE);
            }
            if (i == 2 * KILLS / 3) {
                plug.freeze(Machine.PROCESSING, Duration.ofSeconds(30));
            }
        }
    }

    private void say(String what) {
        System.out.printf(Locale.ROOT, "plug %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
