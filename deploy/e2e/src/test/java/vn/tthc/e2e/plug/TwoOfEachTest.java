package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of every service on one store and one broker, with clients that send to either. The same promises as with
 * one: nothing acknowledged is lost, nothing is done twice, nothing wrong is shown, whatever dies or stands still. One
 * system and one ledger for all chapters, as in {@link PullThePlugTest}; what makes many records comes last, since the
 * double of the store reads through a collection for every question.
 * {@code -Dplug.seed=N} repeats a run's plan, {@code -Dplug.long=true} takes the long form. Ten processes on two cores
 * take minutes to start beside the others, so the short form of the suite leaves it out.
 *
 * <p>What is told of one of each and not here: backups are not offered on MongoDB. A full disk, and what is broken
 * on purpose to prove the audit, are put into the statements of SQLite; the double has neither a disk nor an fsync that
 * could be taken away from it. For the same reason the store stands still here and is never killed: it would come back
 * empty, which says nothing about MongoDB.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoOfEachTest {
    /** One of a pair, while the other goes on, and one of all there is: twenty kills. */
    private static final int ROUNDS = 10;

    private static final int DOSSIERS = 500;

    /** Twelve processes share the machine, and the double of the store reads through a collection for every question. */
    private static final int THINK_MILLIS = 5_000;

    /** Longer than the others wait before they take over what it had; it wakes up as one that was given up. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(16);

    /** One of every kind: by dossier, across dossiers, and of a service that decides by it. */
    private static final List<String> VIEWS = List.of("dossiers", "post-items", "open-cases");

    private static final Duration REBUILT = Duration.ofSeconds(300);

    /** Of every topic, for ever (ADR 0004). */
    private static final int PARTITIONS = 12;

    /** So many dossiers in the same half of the partitions are no chance. */
    private static final int MOST_TRIES = 30;

    @TempDir
    static Path folder;

    private final long seed =
            Long.getLong("plug.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private final long start = System.nanoTime();
    private final Ledger ledger = new Ledger();
    private SharedStore store;
    private Machine machine;
    private Plug plug;
    private Desk desk;
    private Chapters chapters;

    @BeforeAll
    void up() throws Exception {
        say("seed " + seed + "; -Dplug.seed=" + seed + " repeats the plan");
        store = SharedStore.start(folder);
        machine = Machine.twofold("two-of-each", store.address());
        plug = new Plug(machine, seed, ledger, this::say);
        desk = machine.desk();
        chapters = new Chapters(machine, desk, ledger, plug, seed, this::say);
        machine.up();
        say("two of each are up");
    }

    /** After a chapter that failed something may still be down, and the next has a right to its own verdict. */
    @BeforeEach
    void everythingIsUp() throws Exception {
        machine.up();
    }

    @AfterAll
    void down() throws Exception {
        try {
            if (machine != null) {
                desk.courier().close();
                machine.close();
            }
        } finally {
            if (store != null) {
                store.close();
            }
        }
    }

    @Test
    @Order(1)
    void aGapMadeOnPurposeIsHealedByTheOwnerOfTheStream() throws Exception {
        chapters.gap();
        chapters.balance();
    }

    @Test
    @Order(2)
    void whileTheStoreStandsStillNothingIsAcknowledgedAndNothingIsHalfDone() throws Exception {
        Errand known = chapters.errand("known").file().receive();
        known.awaitShown(2);
        Outage outage = new Outage(store, desk, ledger, "outage-" + seed, this::say);
        try (Office office = office("away")) {
            office.start();
            plug.work(10);
            outage.pass(known);
            plug.work(10);
            outage.sendAgain();
            office.goHome();
        }
        chapters.balance();
    }

    @Test
    @Order(3)
    void everyMessageDeliveredUpToFiveTimesChangesNothing() throws Exception {
        chapters.deliverAgain();
        chapters.balance();
    }

    @Test
    @Order(4)
    void aPoisonRecordParksOneDossierUntilAPersonSettlesItAtEitherProcess() throws Exception {
        chapters.poison(oneForEach());
        chapters.balance();
    }

    /**
     * The console asks the first process of a pair, whichever has parked it: two dossiers of which each pair's processes
     * have one, since Kafka gives one of the two the lower half of the partitions and the other one the rest.
     */
    private List<Errand> oneForEach() {
        Errand first = received(0);
        for (int i = 1; i < MOST_TRIES; i++) {
            Errand second = received(i);
            if (isInUpperHalf(first) != isInUpperHalf(second)) {
                return List.of(first, second);
            }
        }
        throw new AssertionError(MOST_TRIES + " dossiers are all in the same half of the partitions");
    }

    private Errand received(int number) {
        Errand errand = chapters.errand("poison-" + number).file().receive();
        errand.awaitShown(2);
        return errand;
    }

    private boolean isInUpperHalf(Errand errand) {
        return new Topics(machine.ports())
                        .records(record -> Topics.fact(record).stream().equals(errand.stream()))
                        .getFirst()
                        .partition()
                >= PARTITIONS / 2;
    }

    @Test
    @Order(5)
    void viewsAreComparedAndBuiltAnewWhileBothWork() throws Exception {
        try (Office office = office("views");
                Audit audit = new Audit(machine, ledger)) {
            office.start();
            plug.work(10);
            assertThat(audit.verify()).as("at work").isEmpty();
            say("balanced at work");
            for (String view : VIEWS) {
                JsonNode report = machine.ok(REBUILT, "rebuild", view, "--json").json();
                assertThat(report.path("differenceCount").asInt(-1))
                        .as(report.toString())
                        .isZero();
                plug.work(3);
            }
            say("built anew: " + VIEWS);
            office.goHome();
        }
        chapters.balance();
    }

    /** The items are few: the double of the store reads through a collection for every scan. */
    @Test
    @Order(6)
    void aBatchOfScansThatIsCutInTheMiddleLosesAndRepeatsNothing() throws Exception {
        chapters.cutInTheMiddle(20, 10, List.of(Machine.POSTAL, Twins.of(Machine.POSTAL)));
        chapters.balance();
    }

    @Test
    @Order(7)
    void whateverDiesTheBooksBalance() throws Exception {
        int dossiers;
        try (Office office = office("pair")) {
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
        for (int i = 0; i < ROUNDS; i++) {
            goesOnWithout(one(Machine.SERVICES.get(i % Machine.SERVICES.size()), random));
            plug.killAndStart(plug.any());
            if (i % 3 == 0) {
                plug.freeze(one(Machine.SERVICES.get(i % Machine.SERVICES.size()), random), GIVEN_UP);
            }
            if (i == ROUNDS / 2) {
                plug.brokerAway(Duration.ofMinutes(2), one(Machine.INTAKE, random));
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

    private Office office(String name) {
        return new Office(name, seed, machine, ledger, DOSSIERS, THINK_MILLIS);
    }

    private void say(String what) {
        System.out.printf(Locale.ROOT, "pair %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
