package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import vn.tthc.e2e.broken.Fault;
import vn.tthc.e2e.broken.Faults;

/** Breaks one thing on purpose, lets happen what it was there for, and holds the audit to naming it. */
final class Proof {
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final Duration REBUILT = Duration.ofSeconds(300);
    /** Enough to be noticed, whatever else there is. */
    private static final int COPIES = 3_000;

    private final Machine machine;
    private final Faults faults;
    private final Desk desk;
    private final Ledger ledger;
    private final Topics topics;

    Proof(Machine machine, Faults faults, Desk desk, Ledger ledger) {
        this.machine = machine;
        this.faults = faults;
        this.desk = desk;
        this.ledger = ledger;
        this.topics = new Topics(machine.ports());
    }

    /**
     * What a fault does to the books.
     *
     * @param named how a finding begins that the audit has to have
     * @param absent how no finding may begin, so that one fault is not taken for another
     */
    record Damage(Set<String> named, Set<String> absent) {}

    /** Breaks it and answers with what the audit has to find. */
    Damage happen(Fault fault) throws Exception {
        Errand errand = new Errand("proof-" + fault.name().toLowerCase(java.util.Locale.ROOT), desk, ledger);
        return switch (fault) {
            case COUNT_WITHOUT_DIFFERENCE -> countWithoutDifference(errand);
            case NO_DEDUPE -> noDedupe(errand);
            case NO_GAP_CHECK -> noGapCheck(errand);
            case MARK_BEFORE_ANSWER -> markBeforeAnswer(errand);
            case ANSWER_BEFORE_FSYNC -> answerBeforeFsync(errand);
            case DISK_FULL -> throw new IllegalArgumentException("nothing is broken when the disk is full");
        };
    }

    private Damage countWithoutDifference(Errand errand) throws Exception {
        faults.turnOn(Fault.COUNT_WITHOUT_DIFFERENCE);
        errand.file().receive().awaitShown(2);
        return new Damage(
                Set.of("FIGURES: statistics show dossiers ", "BOOKS: VIEW"),
                Set.of("STATUS", "LOST", "FIGURES: statistics show recordedSteps "));
    }

    private Damage noDedupe(Errand errand) throws Exception {
        errand.file().receive().handOver().recordStep();
        settle();
        faults.turnOn(Fault.NO_DEDUPE);
        AtomicInteger copies = new AtomicInteger();
        // The poison of an earlier chapter is no event: its copy would only be parked once more.
        topics.send(topics
                .records(record -> {
                    String stream = Topics.fact(record).stream();
                    return stream.endsWith(errand.dossierId())
                            || !stream.isEmpty() && copies.incrementAndGet() <= COPIES;
                })
                .stream()
                .map(Topics::copy)
                .toList());
        settle();
        return new Damage(
                Set.of("FIGURES: statistics show recordedSteps ", "BOOKS: VIEW"),
                Set.of("LOST", "DOUBLED", "FIGURES: statistics show dossiers "));
    }

    private Damage noGapCheck(Errand errand) throws Exception {
        Gap gap = new Gap(machine, errand);
        gap.make();
        faults.turnOn(Fault.NO_GAP_CHECK);
        machine.up();
        await(Fault.NO_GAP_CHECK);
        settle();
        faults.turnOff(Fault.NO_GAP_CHECK);
        gap.fill();
        return new Damage(
                Set.of("STATUS: query shows dossier " + errand.dossierId(), "FIGURES: statistics show received "),
                Set.of("LOST", "DOUBLED", "FIGURES: statistics show dossiers "));
    }

    private Damage markBeforeAnswer(Errand errand) throws Exception {
        errand.file().awaitShown(1);
        machine.kill(Machine.BROKER);
        faults.turnOn(Fault.MARK_BEFORE_ANSWER);
        errand.receive();
        await(Fault.MARK_BEFORE_ANSWER);
        machine.kill(Machine.INTAKE);
        faults.turnOff(Fault.MARK_BEFORE_ANSWER);
        machine.up();
        return new Damage(
                Set.of("LOST: RECEIVE ", "BOOKS: MISSING_ON_TOPIC intake " + errand.stream()),
                Set.of("DOUBLED", "UNKNOWN", "FIGURES"));
    }

    private Damage answerBeforeFsync(Errand errand) throws Exception {
        faults.turnOn(Fault.ANSWER_BEFORE_FSYNC);
        errand.file();
        machine.kill(Machine.INTAKE);
        faults.turnOff(Fault.ANSWER_BEFORE_FSYNC);
        machine.up();
        return new Damage(Set.of("LOST: SUBMIT "), Set.of("BOOKS", "DOUBLED", "STATUS", "FIGURES"));
    }

    /** Puts right what can be put right, by the means a keeper of the system has. */
    void mend(Fault fault) throws Exception {
        switch (fault) {
            case MARK_BEFORE_ANSWER -> {
                List<String> dossiers = ledger.lines().stream()
                        .filter(line -> line.order().key().startsWith("proof-mark"))
                        .flatMap(line -> line.fate() instanceof Ledger.Acknowledged done
                                ? java.util.stream.Stream.of(done.stream())
                                : java.util.stream.Stream.empty())
                        .distinct()
                        .toList();
                topics.askAgain(dossiers);
            }
            case COUNT_WITHOUT_DIFFERENCE, NO_DEDUPE, NO_GAP_CHECK -> rebuildWhatDiffers();
            case ANSWER_BEFORE_FSYNC -> {
                // What was lost is lost; the client knows what it was.
            }
            case DISK_FULL -> throw new IllegalArgumentException("nothing is broken when the disk is full");
        }
    }

    private void rebuildWhatDiffers() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (JsonNode view : machine.run(REBUILT, "verify", "--json").json().path("views")) {
            if (!view.path("differences").isEmpty()) {
                wrong.add(view.path("view").asString());
            }
        }
        assertThat(wrong).as("views that verify names").isNotEmpty();
        for (String view : wrong) {
            machine.ok(REBUILT, "rebuild", view, "--json");
        }
    }

    private void await(Fault fault) {
        Awaitility.await(fault + " has happened").atMost(BOUND).until(() -> faults.seen(fault));
    }

    private void settle() throws Exception {
        try (Audit audit = new Audit(machine, ledger)) {
            audit.settle();
        }
    }
}
