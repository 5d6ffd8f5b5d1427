package vn.tthc.e2e.plug;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.token.Person;

/** One dossier on its way, a command at a time. What it does follows from its number and the seed alone. */
final class Walk implements Delayed {
    private static final Duration WAITING = Duration.ofMillis(400);
    private static final Duration RETRY = Duration.ofMillis(150);
    private static final Duration LONGEST = Duration.ofSeconds(75);
    private static final int WAITED_LONG = 4;

    private final String name;
    private final Random random;
    private final Desk desk;
    private final Ledger ledger;
    private final int thinkMillis;
    private long due = System.nanoTime();
    private int orders;
    private int waits;
    private Stage stage;
    private @Nullable Pending pending;

    Walk(String name, Random random, Desk desk, Ledger ledger, int thinkMillis) {
        this.name = name;
        this.random = random;
        this.desk = desk;
        this.ledger = ledger;
        this.thinkMillis = thinkMillis;
        this.stage = new Filing(this);
    }

    /** Where it is; a stage looks at the services and says what to do. */
    interface Stage {
        /** The next thing to do, {@link Move#WAIT} while something has to arrive first. */
        Move next() throws InterruptedException;
    }

    /**
     * What to do now.
     *
     * @param order what to send, null for nothing
     * @param after the stage after it was done; null when the dossier's way is over
     */
    record Move(@Nullable Order order, @Nullable Stage after) {
        static final Move WAIT = new Move(null, null);

        /** Nothing is left to do. */
        static final Move OVER = new Move(null, null);
    }

    /** A stage that needs the answer of its order. */
    interface Answered {
        void answered(Answer answer);
    }

    private record Pending(Move move, Order order, long since, boolean impatient) {}

    Random random() {
        return random;
    }

    Desk desk() {
        return desk;
    }

    /** Whether it could not do anything for some time. */
    boolean waitsLong() {
        return waits > WAITED_LONG;
    }

    Order order(Order.Kind kind, Call call, Object body, Person by) {
        return named(kind, call, body, by, "");
    }

    Order named(Order.Kind kind, Call call, Object body, Person by, String externalId) {
        String key = name + "-" + orders;
        orders++;
        return new Order(kind, key, by.sub(), externalId, call.posting(body).with("Idempotency-Key", key));
    }

    /** A name for a fact of this dossier that nothing else has. */
    String factName() {
        return name + "." + orders;
    }

    /**
     * Does one thing.
     *
     * @return whether there is more to come
     */
    boolean step() throws InterruptedException {
        Pending open = pending;
        if (open == null) {
            Move move = stage.next();
            Order order = move.order();
            if (move == Move.OVER) {
                return false;
            }
            if (order == null) {
                waits++;
                later(WAITING);
                return true;
            }
            waits = 0;
            open = new Pending(move, order, System.nanoTime(), random.nextInt(8) == 0);
            pending = open;
        }
        return settle(open);
    }

    private boolean settle(Pending open) throws InterruptedException {
        switch (desk.courier().send(open.order().call())) {
            case Courier.Open away -> {
                boolean enough = System.nanoTime() - open.since() > LONGEST.toNanos();
                if (!open.impatient() && !enough) {
                    ledger.retried();
                    later(RETRY);
                    return true;
                }
                pending = null;
                ledger.write(open.order(), new Ledger.InDoubt(away.trouble()));
                later(RETRY);
                return open.order().kind() != Order.Kind.SUBMIT;
            }
            case Courier.Settled settled -> {
                pending = null;
                return told(open, settled.answer());
            }
        }
    }

    private boolean told(Pending open, Answer answer) {
        later(Duration.ofMillis(random.nextInt(thinkMillis + 1)));
        if (!answer.ok()) {
            ledger.write(open.order(), new Ledger.Refused(answer.status(), answer.problem()));
            // Somebody else moved it on, or an order in doubt had been done: look again. A new dossier has no "again".
            return open.order().kind() != Order.Kind.SUBMIT;
        }
        ledger.acknowledged(open.order(), answer);
        if (stage instanceof Answered asked) {
            asked.answered(answer);
        }
        Stage after = open.move().after();
        if (after == null) {
            return false;
        }
        stage = after;
        return true;
    }

    /** What is still pending when everybody goes home stays in doubt. */
    void abandon() {
        if (pending != null) {
            ledger.write(pending.order(), new Ledger.InDoubt("the client went home"));
            pending = null;
        }
    }

    boolean isPending() {
        return pending != null;
    }

    private void later(Duration pause) {
        due = System.nanoTime() + pause.toNanos();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    /** Body of a command that has nothing to say. */
    static final Map<String, Object> NOTHING = Map.of();
}
