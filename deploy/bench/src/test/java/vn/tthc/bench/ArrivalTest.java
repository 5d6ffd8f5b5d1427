package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.tthc.local.Failure;

class ArrivalTest {
    private static final Duration NONE = Duration.ZERO;

    @Test
    void a_slow_answer_keeps_nobody_from_coming_and_its_wait_counts_for_all_who_were_due() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        Queue<Long> waited = new ConcurrentLinkedQueue<>();

        new Arrival(100, NONE, Duration.ofMillis(200), 7).run((number, due, counts) -> {
            three.countDown();
            // Nobody is answered before three are there: with one at a time this would never come.
            assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
            waited.add(System.nanoTime() - due);
        });

        assertThat(waited)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(nanos -> assertThat(nanos).isNotNegative());
    }

    @Test
    void what_comes_in_the_warm_up_does_not_count() throws Exception {
        AtomicInteger warm = new AtomicInteger();
        AtomicInteger measured = new AtomicInteger();

        new Arrival(500, Duration.ofMillis(100), Duration.ofMillis(100), 7)
                .run((number, due, counts) -> (counts ? measured : warm).incrementAndGet());

        assertThat(warm.get()).isPositive();
        assertThat(measured.get()).isPositive();
    }

    @Test
    void the_same_seed_lets_as_many_come() throws Exception {
        assertThat(arrivals(3)).isEqualTo(arrivals(3));
    }

    private static int arrivals(long seed) throws InterruptedException {
        AtomicInteger all = new AtomicInteger();
        new Arrival(300, NONE, Duration.ofMillis(150), seed).run((number, due, counts) -> all.incrementAndGet());
        return all.get();
    }

    @Test
    void the_first_trouble_ends_the_measurement_in_one_sentence() {
        assertThatThrownBy(() -> new Arrival(100, NONE, Duration.ofSeconds(30), 7).run((number, due, counts) -> {
                    throw new Failure("no.");
                }))
                .isInstanceOf(Failure.class)
                .hasMessage("no.");
    }
}
