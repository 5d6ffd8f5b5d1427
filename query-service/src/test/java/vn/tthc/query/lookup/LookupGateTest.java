package vn.tthc.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.web.Problem;

class LookupGateTest {
    private static final String HOME = "203.0.113.9";

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private LookupGate gate(boolean limited, long perAddress, long perCode, long global) {
        TimeMeter time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return new LookupGate(
                new LookupSettings(limited, perAddress, perCode, global, 3, Duration.ofMinutes(10), 1_000),
                time,
                meters);
    }

    private static @Nullable Problem refusal(LookupGate gate, String address, String code) {
        return catchThrowableOfType(Problem.class, () -> gate.enter(address, code));
    }

    private static void pass(LookupGate gate, String address, String code, int times) {
        for (int i = 0; i < times; i++) {
            assertThatCode(() -> gate.enter(address, code)).doesNotThrowAnyException();
        }
    }

    private double counted(String name, String... tags) {
        return meters.counter(name, tags).count();
    }

    @Test
    void oneAddressMayAskSoOftenAMinuteAndIsToldWhenToComeAgain() {
        LookupGate gate = gate(true, 60, 1_000, 1_000);
        pass(gate, HOME, "a", 60);

        Problem refused = refusal(gate, HOME, "b");

        assertThat(Objects.requireNonNull(refused).status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        pass(gate, "203.0.113.10", "b", 1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        pass(gate, HOME, "b", 1);
        assertThat(counted("tthc.lookup.refused", "by", "address")).isEqualTo(1);
    }

    @Test
    void oneCodeMayBeAskedForSoOftenFromWhereverHoweverItIsTyped() {
        LookupGate gate = gate(true, 1_000, 2, 1_000);
        pass(gate, HOME, "TC-2603-AAAA", 1);
        pass(gate, "203.0.113.10", "tc 2603 aaaa", 1);

        assertThat(refusal(gate, "203.0.113.11", "TC2603AAAA")).isNotNull();
        pass(gate, "203.0.113.11", "TC-2603-BBBB", 1);
        assertThat(counted("tthc.lookup.refused", "by", "code")).isEqualTo(1);
    }

    @Test
    void allTogetherMayAskSoOftenASecondAndWhoIsRefusedTakesNothingFromTheOthers() {
        LookupGate gate = gate(true, 2, 1_000, 3);
        pass(gate, HOME, "a", 2);
        for (int i = 0; i < 50; i++) {
            assertThat(refusal(gate, HOME, "a")).isNotNull();
        }

        pass(gate, "203.0.113.10", "b", 1);
        assertThat(refusal(gate, "203.0.113.11", "c")).isNotNull();
        assertThat(counted("tthc.lookup.refused", "by", "all")).isEqualTo(1);
    }

    @Test
    void whoAsksAgainAndAgainForWhatThereIsNotIsTakenForAScanner() {
        LookupGate gate = gate(true, 1_000, 1_000, 1_000);
        for (int i = 0; i < 3; i++) {
            gate.enter(HOME, "guess" + i);
            gate.missed(HOME);
        }

        Problem refused = refusal(gate, HOME, "guess4");

        assertThat(Objects.requireNonNull(refused).retryAfter()).isGreaterThan(Duration.ofMinutes(3));
        assertThat(counted("tthc.lookup.scanners")).isEqualTo(1);
        assertThat(counted("tthc.lookup.missed")).isEqualTo(3);
        pass(gate, "203.0.113.10", "a", 1);
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        pass(gate, HOME, "a", 1);
    }

    @Test
    void withoutLimitsNobodyIsRefused() {
        LookupGate gate = gate(false, 1, 1, 1);

        pass(gate, HOME, "a", 5_000);
        gate.missed(HOME);
    }
}
