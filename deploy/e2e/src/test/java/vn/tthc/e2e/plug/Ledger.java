package vn.tthc.e2e.plug;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tthc.local.http.Answer;

/** What the client knows: written down before the next command is sent, and never changed. */
final class Ledger {
    private final List<Line> lines = new ArrayList<>();
    private long retries;

    /** What became of an order, as far as the client was told. */
    sealed interface Fate {}

    /**
     * It was acknowledged.
     *
     * @param repeated whether the service said that an earlier sending had done it
     */
    record Acknowledged(String stream, long version, boolean repeated) implements Fate {}

    /** It was refused: nothing may have come of it. */
    record Refused(int status, String code) implements Fate {}

    /** The client gave up: it may be in the log once, or not at all. */
    record InDoubt(String trouble) implements Fate {}

    /** An order with its fate. */
    record Line(Order order, Fate fate) {}

    synchronized void write(Order order, Fate fate) {
        lines.add(new Line(order, fate));
    }

    /** The service said yes and where. */
    void acknowledged(Order order, Answer answer) {
        String[] position = answer.position().split("@", 2);
        write(order, new Acknowledged(position[0], Long.parseLong(position[1]), answer.repeated()));
    }

    synchronized void retried() {
        retries++;
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    synchronized long acknowledged() {
        return lines.stream()
                .filter(line -> line.fate() instanceof Acknowledged)
                .count();
    }

    /** One line for people. */
    synchronized String summary() {
        Map<Order.Kind, Integer> kinds = new EnumMap<>(Order.Kind.class);
        long doubts = 0;
        long refused = 0;
        long repeated = 0;
        for (Line line : lines) {
            switch (line.fate()) {
                case Acknowledged done -> {
                    kinds.merge(line.order().kind(), 1, Integer::sum);
                    repeated += done.repeated() ? 1 : 0;
                }
                case Refused no -> refused++;
                case InDoubt doubt -> doubts++;
            }
        }
        return acknowledged() + " acknowledged (" + repeated + " of them by a repeat), " + refused + " refused, "
                + doubts + " in doubt, " + retries + " retries; " + kinds;
    }
}
