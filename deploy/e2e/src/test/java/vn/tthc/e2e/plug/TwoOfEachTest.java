package vn.tthc.e2e.plug;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of every service on one store and one broker, with clients that send to either. The same promises as with
 * one: nothing acknowledged is lost, nothing is done twice, nothing wrong is shown, whatever dies or stands still.
 * {@code -Dplug.seed=N} repeats a run's plan, {@code -Dplug.long=true} takes the long form. Ten processes on two cores
 * take minutes to start beside the others, so the short form of the suite leaves it out.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoOfEachTest {
    /** Each pair loses one. */
    private static final int KILLS = Machine.SERVICES.size();

    private static final int DOSSIERS = 500;

    /** Twelve processes share the machine, and the double of the store reads through a collection for every question. */
    private static final int THINK_MILLIS = 5_000;

    /** Longer than the others wait before they take over what it had; it wakes up as one that was given up. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(16);

    @TempDir
    static Path folder;

    private final long seed =
            Long.getLong("plug.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private final long start = System.nanoTime();
    private final Ledger ledger = new Ledger();
    private SharedStore store;
    private Machine machine;
    private Plug plug;

    @BeforeAll
    void up() throws Exception {
        say("seed " + seed + "; -Dplug.seed=" + seed + " repeats the plan");
        store = SharedStore.start(folder);
        machine = Machine.twofold("two-of-each", store.address());
        plug = new Plug(machine, seed, ledger, this::say);
        machine.up();
        say("two of each are up");
    }

    @AfterAll
    void down() throws Exception {
        try {
            if (machine != null) {
                machine.close();
            }
        } finally {
            if (store != null) {
                store.close();
            }
        }
    }

    @Test
    void whateverDiesTheBooksBalance() throws Exception {
        int dossiers;
        try (Office office = new Office("pair", seed, machine, ledger, DOSSIERS, THINK_MILLIS)) {
            office.start();
            plug.work(30);
            if (PullThePlugTest.LONG) {
                pullForLong();
            } else {
                pull();
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

    /** One of a pair dies while the other goes on, the broker dies, and one that was given up for dead comes back. */
    private void pull() throws Exception {
        Random random = new Random(seed);
        goesOnWithout(one(Machine.SERVICES.get(random.nextInt(Machine.SERVICES.size())), random));
        plug.killAndStart(Machine.BROKER);
        plug.freeze(one(random.nextBoolean() ? Machine.INTAKE : Machine.QUERY, random), GIVEN_UP);
    }

    private void pullForLong() throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            goesOnWithout(one(Machine.SERVICES.get(i % Machine.SERVICES.size()), random));
            plug.killAndStart(plug.any());
            if (i % 3 == 0) {
                plug.freeze(one(Machine.SERVICES.get(i % Machine.SERVICES.size()), random), GIVEN_UP);
            }
        }
    }

    private static String one(String service, Random random) {
        return random.nextBoolean() ? service : Twins.of(service);
    }

    /** Commands keep being acknowledged by whoever is left. */
    private void goesOnWithout(String name) throws Exception {
        plug.kill(name);
        plug.work(20);
        plug.up();
    }

    private void say(String what) {
        System.out.printf(Locale.ROOT, "pair %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
