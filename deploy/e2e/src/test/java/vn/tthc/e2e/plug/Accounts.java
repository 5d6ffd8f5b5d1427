package vn.tthc.e2e.plug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the client's ledger with what is on the topics. */
final class Accounts {
    private final List<Ledger.Line> lines;
    private final Commits commits;
    private final List<Finding> findings = new ArrayList<>();

    private Accounts(List<Ledger.Line> lines, Commits commits) {
        this.lines = lines;
        this.commits = commits;
    }

    static List<Finding> compare(List<Ledger.Line> lines, Commits commits) {
        Accounts accounts = new Accounts(lines, commits);
        lines.forEach(accounts::line);
        accounts.nothingElse();
        accounts.reactions();
        accounts.order();
        return accounts.findings;
    }

    private void line(Ledger.Line line) {
        Order order = line.order();
        List<Commits.Commit> found = commits.of(order);
        if (found.size() > 1) {
            add(Finding.Kind.DOUBLED, order + " was done " + found.size() + " times: " + found);
        }
        switch (line.fate()) {
            case Ledger.Acknowledged done -> acknowledged(order, done, found);
            case Ledger.Refused refused -> {
                if (!found.isEmpty()) {
                    add(Finding.Kind.REFUSED_BUT_DONE, order + " was refused (" + refused.code() + "): " + found);
                }
                if (refused.status() >= 500 || refused.status() == 400 || refused.status() == 422) {
                    add(Finding.Kind.WRONG_ANSWER, order + " was answered " + refused.status() + " " + refused.code());
                }
            }
            case Ledger.InDoubt doubt -> {
                // Once or not at all, both are right.
            }
        }
    }

    private void acknowledged(Order order, Ledger.Acknowledged done, List<Commits.Commit> found) {
        if (found.isEmpty()) {
            add(
                    Finding.Kind.LOST,
                    order + " was acknowledged as " + done.stream() + "@" + done.version() + " and is not in the log");
            return;
        }
        Commits.Commit commit = found.getFirst();
        boolean here = commit.stream().equals(done.stream())
                && (commit.version() == done.version() || order.named() && done.repeated());
        if (!here) {
            add(
                    Finding.Kind.MISPLACED,
                    order + " was acknowledged as " + done.stream() + "@" + done.version() + " and is " + commit);
        }
    }

    /** Nothing that was neither acknowledged nor in doubt. */
    private void nothingElse() {
        Set<Commits.Commit> ours = new HashSet<>();
        lines.forEach(line -> ours.addAll(commits.of(line.order())));
        for (Commits.Commit commit : commits.all()) {
            boolean somebodys = commit.first().account().startsWith(Staff.ACCOUNTS);
            if (somebodys && !ours.contains(commit)) {
                add(Finding.Kind.UNKNOWN, commit + " is in the log, and no order of the ledger did it");
            }
            // A timer follows from its own stream, so that no event of another one is its cause.
            boolean timers = commit.first().commandId().startsWith("timer/");
            boolean batches = commit.first().account().equals(Staff.HAND_HELD);
            if (!somebodys && !timers && !batches && commit.first().cause() == null) {
                add(Finding.Kind.UNKNOWN, commit + " is in the log without anything that caused it");
            }
        }
    }

    /** A service answers an event once in a stream. */
    private void reactions() {
        Map<String, Commits.Commit> answers = new HashMap<>();
        for (Commits.Commit commit : commits.all()) {
            if (commit.first().cause() != null) {
                Commits.Commit other =
                        answers.put(commit.stream() + " " + commit.first().cause(), commit);
                if (other != null) {
                    add(Finding.Kind.DOUBLED, commit + " answers what " + other + " had answered");
                }
            }
        }
    }

    /** Events may come again, but a new one never before the one before it. */
    private void order() {
        Map<String, Long> reached = new HashMap<>();
        Set<String> beheaded = new HashSet<>();
        Set<String> begun = new HashSet<>();
        for (Fact fact : commits.facts()) {
            String place = fact.topic() + "-" + fact.partition();
            if (begun.add(place) && fact.offset() > 0) {
                // Its oldest records were cut off; what they said is found further on, published again.
                beheaded.add(place);
            }
            long unseen = beheaded.contains(place) ? fact.version() - 1 : 0;
            long before = reached.getOrDefault(fact.stream(), unseen);
            if (fact.version() > before + 1) {
                add(
                        Finding.Kind.OUT_OF_ORDER,
                        place + "/" + fact.offset() + " has " + fact.stream() + "@" + fact.version()
                                + " right after version " + before);
            }
            reached.merge(fact.stream(), fact.version(), Math::max);
        }
    }

    private void add(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
