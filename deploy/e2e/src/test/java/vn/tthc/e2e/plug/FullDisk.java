package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.http.Answer;

/** Files dossiers until nothing more can be written, and again when it can. */
final class FullDisk {
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final int LATER = 503;

    private final Desk desk;
    private final Ledger ledger;
    private final String name;
    private int filed;
    private @Nullable Order refused;

    FullDisk(String name, Desk desk, Ledger ledger) {
        this.name = name;
        this.desk = desk;
        this.ledger = ledger;
    }

    /** Files until one is refused; reading goes on meanwhile. */
    void untilRefused() {
        Awaitility.await("a command is refused because the disk is full")
                .atMost(BOUND)
                .until(() -> {
                    refused = new Errand(name + "-" + filed++, desk, ledger).filing();
                    return isRefused(refused);
                });
        assertThat(desk.courier()
                        .good(desk.query("/api/v1/statistics?source=live"))
                        .ok())
                .isTrue();
    }

    private boolean isRefused(Order order) throws InterruptedException {
        try {
            Answer answer = desk.courier().ask(order.call());
            if (answer.ok()) {
                ledger.acknowledged(order, answer);
                return false;
            }
            assertRefusedForNow(answer);
            return true;
        } catch (IOException e) {
            ledger.write(order, new Ledger.InDoubt("no answer"));
            return false;
        }
    }

    private static void assertRefusedForNow(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(LATER);
        assertThat(answer.problem()).isEqualTo("OVERLOADED");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    /** The refused order is done now, and for the first time: nothing of it had been stored. */
    void sendAgain() {
        Order order = Objects.requireNonNull(refused);
        Answer accepted = desk.courier().good(order.call());
        assertThat(accepted.repeated()).isFalse();
        ledger.acknowledged(order, accepted);
    }
}
