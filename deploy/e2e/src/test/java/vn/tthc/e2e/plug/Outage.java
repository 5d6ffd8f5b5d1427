package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/**
 * The shared store stands still for longer than anybody waits for it. What it was told meanwhile it does when it goes on,
 * long after who told it has given up: what a replica set does too whose primary was cut off.
 */
final class Outage {
    /** Eight seconds for an answer, once more for a read, ten in which a commit is looked for; they overlap. */
    private static final Duration AWAY = Duration.ofSeconds(28);

    /** No client waits so long: what was answered before has arrived, or never will. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    private static final int LATER = 503;

    private final SharedStore store;
    private final Desk desk;
    private final Ledger ledger;
    private final String name;
    private final Consumer<String> say;
    private final List<Order> refused = new ArrayList<>();
    private final List<Order> inDoubt = new ArrayList<>();
    private int later;
    private int filed;

    Outage(SharedStore store, Desk desk, Ledger ledger, String name, Consumer<String> say) {
        this.store = store;
        this.desk = desk;
        this.ledger = ledger;
        this.name = name;
        this.say = say;
    }

    /**
     * Lets it pass, filing and looking all the time. Nothing is acknowledged and nothing is shown that nobody can know.
     *
     * @param known a dossier that was there before
     */
    void pass(Errand known) throws Exception {
        List<Call> looks = List.of(
                desk.query("/api/v1/dossiers/" + known.dossierId()),
                desk.intake("/" + known.dossierId(), desk.staff().inspector()));
        store.freeze();
        try {
            Plug.pass(UNDER_WAY);
            long before = ledger.acknowledged();
            long start = System.nanoTime();
            Awaitility.await("the store is away for long enough")
                    .atMost(AWAY.multipliedBy(2))
                    .until(() -> {
                        file();
                        for (Call look : looks) {
                            look(look);
                        }
                        return System.nanoTime() - start > AWAY.minus(UNDER_WAY).toNanos();
                    });
            assertThat(ledger.acknowledged())
                    .as("acknowledged while nothing can be stored")
                    .isEqualTo(before);
        } finally {
            store.thaw();
        }
        say.accept("the store stood still: " + refused.size() + " filings were refused, " + inDoubt.size()
                + " are in doubt, " + later + " questions were put off");
        assertThat(refused.size() + later)
                .as("who asks is told so, and not left waiting each time")
                .isPositive();
    }

    private void file() throws InterruptedException {
        Order order = new Errand(name + "-" + filed++, desk, ledger).filing();
        try {
            Answer answer = desk.courier().ask(order.call());
            assertIsLater(answer);
            if (answer.problem().equals("OVERLOADED")) {
                refused.add(order);
            } else {
                assertThat(answer.problem()).isEqualTo("OUTCOME_UNKNOWN");
                inDoubt.add(order);
            }
        } catch (IOException e) {
            inDoubt.add(order);
        }
    }

    /** Whoever looks is told "later", or nothing; a status that is not there would be a wrong one. */
    private void look(Call call) throws InterruptedException {
        try {
            assertIsLater(desk.courier().ask(call));
            later++;
        } catch (IOException e) {
            // No answer says nothing wrong.
        }
    }

    private static void assertIsLater(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(LATER);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    /** Everything once more: what was refused is done for the first time, and what was in doubt is done once. */
    void sendAgain() {
        for (Order order : refused) {
            Answer accepted = desk.courier().good(order.call());
            assertThat(accepted.repeated())
                    .as(order + " was refused, so nothing of it was stored")
                    .isFalse();
            ledger.acknowledged(order, accepted);
        }
        for (Order order : inDoubt) {
            ledger.acknowledged(order, desk.courier().good(order.call()));
        }
    }
}
