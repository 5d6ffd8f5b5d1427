package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;

/** The reckoning, once everything is up again and the client has gone home. */
final class Audit implements AutoCloseable {
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final Duration VERIFIED = Duration.ofSeconds(300);
    private static final int CALLERS = 6;

    private final Machine machine;
    private final Ledger ledger;
    private final Desk desk;

    Audit(Machine machine, Ledger ledger) {
        this.machine = machine;
        this.ledger = ledger;
        this.desk = new Desk(new Courier(), new Services(machine.ports()), new Staff(machine.home()));
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
        awaitOutbox();
        Expected expected = Expected.of(ledger.lines(), Commits.of(topics()));
        List<Finding> shown = awaitShown(expected);
        List<Finding> findings = new ArrayList<>(verify());
        findings.addAll(shown);
        findings.addAll(Accounts.compare(ledger.lines(), Commits.of(topics())));
        findings.addAll(repeats());
        return findings;
    }

    private List<Fact> topics() {
        return new Topics(machine.ports()).read();
    }

    private void awaitOutbox() {
        Awaitility.await("every outbox is empty")
                .atMost(SETTLED)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    for (var call : List.of(
                            desk.services().intake("/internal/progress", admin()),
                            desk.services().processing("/internal/progress", admin()),
                            desk.services().postal("/internal/progress", admin()))) {
                        JsonNode progress = desk.courier().good(call).json();
                        if (progress.path("unpublished").asLong(-1) != 0) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private String admin() {
        return desk.staff().token(desk.staff().administrator());
    }

    private List<Finding> awaitShown(Expected expected) throws Exception {
        try {
            Awaitility.await("what is shown follows from what was done")
                    .atMost(SETTLED)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> figures(expected).isEmpty());
        } catch (ConditionTimeoutException e) {
            return shown(expected);
        }
        return shown(expected);
    }

    private List<Finding> shown(Expected expected) throws Exception {
        List<Finding> findings = new ArrayList<>(figures(expected));
        List<Callable<List<Finding>>> questions = new ArrayList<>();
        expected.statuses().forEach((dossier, status) -> questions.add(() -> status(dossier, status)));
        findings.addAll(inParallel(questions));
        return findings;
    }

    private List<Finding> status(String dossier, int expected) throws InterruptedException {
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
                .good(desk.intake("/" + dossier, desk.staff().administrator()))
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

    private List<Finding> figures(Expected expected) throws InterruptedException {
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

    /** Every acknowledged order once more: it must be recognised, and answered with the same place. */
    private List<Finding> repeats() throws Exception {
        List<Callable<List<Finding>>> again = new ArrayList<>();
        for (Ledger.Line line : ledger.lines()) {
            if (line.fate() instanceof Ledger.Acknowledged done) {
                again.add(() -> repeat(line.order(), done));
            }
        }
        return inParallel(again);
    }

    private List<Finding> repeat(Order order, Ledger.Acknowledged done) throws InterruptedException {
        Courier.Reply reply = desk.courier().send(order.call());
        if (reply instanceof Courier.Settled settled && recognised(settled.answer(), order, done)) {
            return List.of();
        }
        String what = switch (reply) {
            case Courier.Open open -> open.trouble();
            case Courier.Settled settled ->
                settled.answer().status() + " " + settled.answer().position()
                        + (settled.answer().ok() ? "" : settled.answer().problem());
        };
        return List.of(new Finding(
                Finding.Kind.REPEAT_NOT_RECOGNISED,
                order + ", done as " + done.stream() + "@" + done.version() + ", was answered " + what));
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

    /** What the views show of each dossier, without the moment they are of. */
    Map<String, String> views(List<String> dossiers) throws InterruptedException {
        Map<String, String> views = new java.util.TreeMap<>();
        for (String dossier : dossiers) {
            var shown = (tools.jackson.databind.node.ObjectNode) desk.courier()
                    .good(desk.query("/api/v1/dossiers/" + dossier))
                    .json();
            shown.remove("asOf");
            views.put(dossier, shown.toString());
        }
        return views;
    }

    @Override
    public void close() {
        desk.courier().close();
    }
}
