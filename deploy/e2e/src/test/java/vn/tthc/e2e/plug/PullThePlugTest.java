package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tthc.e2e.broken.Fault;
import vn.tthc.e2e.broken.Faults;

/**
 * Nothing acknowledged is lost, nothing is done twice, nothing wrong is shown, whatever dies. One system and one ledger
 * for all chapters, since starting it takes longest; each can also be run alone. {@code -Dplug.seed=N} repeats a run's plan, {@code -Dplug.long=true}
 * takes the long form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PullThePlugTest {
    static final boolean LONG = Boolean.getBoolean("plug.long");
    private static final int KILLS = 20;
    private static final Duration COPIED = Duration.ofSeconds(180);

    private final long seed =
            Long.getLong("plug.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private final long start = System.nanoTime();
    private final Machine machine = machine();
    private final Ledger ledger = new Ledger();
    private final Plug plug = new Plug(machine, seed, ledger, this::say);
    private final Desk desk = machine.desk();
    private final Chapters chapters = new Chapters(machine, desk, ledger, plug, seed, this::say);

    /** One for all chapters: a later one restores what an earlier one has copied. */
    @TempDir
    static Path folder;

    private List<Ledger.Line> beforeBackup = List.of();
    private @Nullable ErasedPerson inBackup;
    private @Nullable Faults faults;

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

    /** After a chapter that failed something may still be down, and the next has a right to its own verdict. */
    @BeforeEach
    void everythingIsUp() throws Exception {
        machine.up();
    }

    @AfterAll
    void down() throws Exception {
        desk.courier().close();
        machine.close();
    }

    @Test
    @Order(1)
    void aGapMadeOnPurposeIsHealedByTheOwnerOfTheStream() throws Exception {
        chapters.gap();
    }

    @Test
    @Order(2)
    void whateverDiesTheBooksBalance() throws Exception {
        int dossiers;
        try (Office office = office("plug");
                Audit audit = new Audit(machine, ledger)) {
            office.start();
            plug.work(60);
            if (LONG) {
                pullForLong();
            } else {
                pull();
            }
            plug.work(20);
            backUp();
            assertThat(audit.verify()).as("at work").isEmpty();
            say("balanced at work");
            office.goHome();
            dossiers = office.dossiers();
        }
        say(plug.kills() + " kills, " + dossiers + " dossiers, " + ledger.summary());
        try (Audit audit = new Audit(machine, ledger)) {
            audit.balance();
        }
        say("balanced");
    }

    /** Each service is killed, and the broker; one of those that only listen does not run for a while. */
    private void pull() throws Exception {
        List<String> others = new ArrayList<>(Machine.SERVICES);
        others.remove(Machine.INTAKE);
        Collections.shuffle(others, new Random(seed));
        plug.killAndStart(others.get(0));
        plug.brokerAway(Duration.ofSeconds(15), Machine.INTAKE);
        plug.freeze(others.get(1), Duration.ofSeconds(4));
        plug.killAndStart(others.get(2));
        plug.killAndStart(others.get(1));
    }

    private void pullForLong() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            plug.killAndStart(i < Machine.SERVICES.size() ? Machine.SERVICES.get(i) : plug.any());
            plug.work(40);
            if (i == KILLS / 3) {
                plug.brokerAway(Duration.ofMinutes(2), Machine.INTAKE);
            }
            if (i == 2 * KILLS / 3) {
                for (String service : Machine.SERVICES) {
                    plug.freeze(service, Duration.ofSeconds(30));
                }
            }
        }
    }

    @Test
    @Order(3)
    void everyMessageDeliveredUpToFiveTimesChangesNothing() throws Exception {
        chapters.deliverAgain();
        chapters.balance();
    }

    @Test
    @Order(4)
    void aPoisonRecordParksOneDossierUntilAPersonSettlesIt() throws Exception {
        Errand errand = chapters.errand("poison").file().receive();
        errand.awaitShown(2);
        chapters.poison(List.of(errand));
        chapters.balance();
    }

    @Test
    @Order(5)
    void aKillInTheMiddleOfABatchOfScansLosesAndRepeatsNothing() throws Exception {
        chapters.cutInTheMiddle(40, 50, List.of(Machine.POSTAL));
        chapters.balance();
    }

    @Test
    @Order(6)
    void aFullDiskRefusesWholeCommandsAndRecovers() throws Exception {
        FullDisk disk = new FullDisk("full-" + seed, desk, ledger);
        try (Office office = office("last")) {
            office.start();
            plug.work(5);
            Faults faults = breakable();
            plug.work(5);

            faults.turnOn(Fault.DISK_FULL);
            try {
                disk.untilRefused();
                say("the disk is full");
            } finally {
                faults.turnOff(Fault.DISK_FULL);
            }
            plug.work(10);
            disk.sendAgain();
            office.goHome();
        }
        chapters.balance();
    }

    @ParameterizedTest
    @Tag("long")
    @Order(7)
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "DISK_FULL")
    void theAuditNamesWhatIsBrokenOnPurpose(Fault fault) throws Exception {
        Faults faults = breakable();
        Proof proof = new Proof(machine, faults, desk, ledger);
        Proof.Damage damage;
        try {
            damage = proof.happen(fault);
        } finally {
            faults.turnOff(fault);
        }
        assertThat(faults.seen(fault)).as("the service did it wrong").isTrue();
        try (Audit audit = new Audit(machine, ledger)) {
            List<String> found = audit.books().stream().map(Finding::toString).toList();
            say(fault + ": " + found.size() + " findings, such as "
                    + found.stream().limit(3).toList());
            assertThat(damage.named()).allSatisfy(start -> assertThat(found).anyMatch(one -> one.startsWith(start)));
            assertThat(damage.absent()).allSatisfy(start -> assertThat(found).noneMatch(one -> one.startsWith(start)));
        }
        proof.mend(fault);
        try (Audit audit = new Audit(machine, ledger)) {
            audit.settle();
            assertThat(audit.verify()).as("once a keeper has put it right").isEmpty();
        }
    }

    @Test
    @Order(8)
    void aBackupTakenAtWorkIsRestoredAndBalances() throws Exception {
        if (beforeBackup.isEmpty()) {
            chapters.errand("kept").file().receive();
            backUp();
        }
        ErasedPerson person = Objects.requireNonNull(inBackup);
        person.erase();
        machine.unbreakable();
        machine.ok(Duration.ofSeconds(400), "restore", backup().toString(), "--yes", "--json");
        say("restored");
        person.staysErased();

        try (Audit audit = new Audit(machine, ledger)) {
            Commits commits = audit.commits();
            List<Finding> findings = new ArrayList<>(audit.verify());
            findings.addAll(audit.shown(commits));
            Accounts.compare(beforeBackup, commits).stream()
                    // What was done after the backup has no line in this part of the ledger.
                    .filter(finding -> finding.kind() != Finding.Kind.UNKNOWN)
                    .forEach(findings::add);
            assertThat(findings).isEmpty();
        }
        say("balanced after the restore");
    }

    /** All services die at once and come back as a build that can be broken, unless they are that already. */
    private Faults breakable() throws Exception {
        Faults there = faults;
        if (there == null) {
            there = machine.breakable();
            faults = there;
            plug.killAllAndStart();
        }
        return there;
    }

    private void backUp() throws Exception {
        inBackup = new ErasedPerson("0" + (10_000_000_000L + seed), desk, chapters.errand("in-backup"));
        beforeBackup = ledger.lines();
        machine.ok(COPIED, "backup", backup().toString(), "--json");
        say("backed up");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private Office office(String name) {
        return new Office(name, seed, machine, ledger, LONG ? 20_000 : 2_000, Office.BUSY_MILLIS);
    }

    private void say(String what) {
        System.out.printf(Locale.ROOT, "plug %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
