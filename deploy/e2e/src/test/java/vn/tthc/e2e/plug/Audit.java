package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.http.Answer;
import vn.tthc.local.statistics.Statistics;

/** The reckoning, once everything is up again and the client has gone home. */
final class Audit implements AutoCloseable {
    /** How long a comparison takes depends on the machine; this is for one that never ends. */
    private static final Duration VERIFIED = Duration.ofMinutes(20);

    private static final int CALLERS = 6;
    private static final int MOST_REPEATS = 1_000;

    private final Machine machine;
    private final Ledger ledger;
    private final Desk desk;

    Audit(Machine machine, Ledger ledger) {
        this.machine = machine;
        this.ledger = ledger;
        this.desk = machine.desk();
    }

    /** Fails naming every kind of difference, when there is one. */
    void balance() throws Exception {
        List<Finding> findings = findings();
        assertThat(findings)
                .as("ledger, log, topics and views of " + ledger.summary())
                .isEmpty();
    }

    /** Everything that does not balance. */
    List<Finding> findings() throws Exception {
        List<Finding> findings = new ArrayList<>(books());
        findings.addAll(repeats());
        return findings;
    }

    /** The same without sending every order once more. */
    List<Finding> books() throws Exception {
        settle();
        Commits commits = commits();
        List<Finding> findings = new ArrayList<>(verify());
        findings.addAll(shown(commits));
        findings.addAll(Accounts.compare(ledger.lines(), commits));
        return findings;
    }

    /** Waits until everything that was answered can be seen everywhere, whatever followed from it included. */
    void settle() throws InterruptedException {
        new Statistics(desk.services(), inspector()).run("live", warning -> {
            // A dossier that is parked is named by verify.
        });
    }

    /** What is on the topics now. */
    Commits commits() {
        return Commits.of(new Topics(machine.ports()).read());
    }

    private String inspector() {
        return desk.staff().token(desk.staff().inspector());
    }

    /** What is shown and does not follow from what the client did. */
    List<Finding> shown(Commits commits) throws Exception {
        Expected expected = Expected.of(ledger.lines(), commits);
        List<Finding> findings = new ArrayList<>(figures(expected));
        List<Callable<List<Finding>>> questions = new ArrayList<>();
        expected.statuses().forEach((dossier, status) -> questions.add(() -> status(dossier, status)));
        findings.addAll(inParallel(questions));
        return findings;
    }

    private List<Finding> status(String dossier, int expected) {
        List<Finding> findings = new ArrayList<>();
        int view = desk.courier()
                .good(desk.query("/api/v1/dossiers/" + dossier))
                .json()
                .path("status")
                .path("code")
                .asInt();
        if (view != expected) {
            findings.add(new Finding(
                    Finding.Kind.STATUS,
                    "query shows dossier " + dossier + " with status " + view + " instead of " + expected));
        }
        int own = desk.courier()
                .good(desk.intake("/" + dossier, desk.staff().inspector()))
                .json()
                .path("status")
                .path("code")
                .asInt();
        if (own != expected) {
            findings.add(new Finding(
                    Finding.Kind.STATUS,
                    "intake has dossier " + dossier + " with status " + own + " instead of " + expected));
        }
        return findings;
    }

    private List<Finding> figures(Expected expected) {
        JsonNode shown = desk.courier()
                .good(desk.query("/api/v1/statistics?source=live"))
                .json();
        List<Finding> findings = new ArrayList<>();
        expected.figures().forEach((name, count) -> {
            long figure = shown.at("/" + name).asLong(0);
            if (figure != count) {
                findings.add(new Finding(
                        Finding.Kind.FIGURES, "statistics show " + name + " = " + figure + " instead of " + count));
            }
        });
        return findings;
    }

    /** What {@code ./tthc verify} says. */
    List<Finding> verify() throws Exception {
        Machine.Said said = machine.run(VERIFIED, "verify", "--json");
        List<Finding> findings = Books.findings(said);
        if (findings.isEmpty() != (said.exit() == 0)) {
            findings.add(new Finding(Finding.Kind.BOOKS, "verify ended with " + said.exit() + ": " + said.err()));
        }
        return findings;
    }

    /** Acknowledged orders once more: each must be recognised, and answered with the same place. */
    private List<Finding> repeats() throws Exception {
        List<Callable<List<Finding>>> again = new ArrayList<>();
        List<Ledger.Line> lines = ledger.lines();
        // How much is done in a run depends on the machine; how long the reckoning takes should not.
        int stride = Math.ceilDiv(lines.size(), MOST_REPEATS);
        for (int i = 0; i < lines.size(); i += stride) {
            Ledger.Line line = lines.get(i);
            if (line.fate() instanceof Ledger.Acknowledged done) {
                again.add(() -> repeat(line.order(), done));
            }
        }
        return inParallel(again);
    }

    private List<Finding> repeat(Order order, Ledger.Acknowledged done) {
        Answer answer = desk.courier().insist(order.call());
        if (recognised(answer, order, done)) {
            return List.of();
        }
        return List.of(new Finding(
                Finding.Kind.REPEAT_NOT_RECOGNISED,
                order + ", done as " + done.stream() + "@" + done.version() + ", was answered " + answer.status() + " "
                        + answer.position() + (answer.ok() ? "" : answer.problem())));
    }

    private static boolean recognised(Answer answer, Order order, Ledger.Acknowledged done) {
        boolean place = answer.position().equals(done.stream() + "@" + done.version())
                || order.named() && done.repeated() && answer.position().startsWith(done.stream() + "@");
        return answer.ok() && answer.repeated() && place;
    }

    private static List<Finding> inParallel(List<Callable<List<Finding>>> questions) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<List<Finding>> answer : callers.invokeAll(questions)) {
                findings.addAll(answer.get());
            }
        }
        return findings;
    }

    @Override
    public void close() {
        desk.courier().close();
    }
}
