package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private static List<Double> rates(long seconds, double... rates) throws InterruptedException {
        Iterator<Double> next = java.util.Arrays.stream(rates).boxed().iterator();
        return Steady.await(Duration.ofSeconds(seconds), next::next);
    }

    @Test
    void it_goes_on_as_long_as_it_gets_faster_and_ends_when_it_did_not_three_times() throws Exception {
        assertThat(rates(600, 80, 120, 118, 125, 200, 210, 205, 190, 999))
                .containsExactly(80.0, 120.0, 118.0, 125.0, 200.0, 210.0, 205.0, 190.0);
    }

    @Test
    void it_ends_when_the_time_is_over() throws Exception {
        double[] everFaster = Stream.iterate(1.0, rate -> rate * 2)
                .limit(50)
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertThat(rates(49, everFaster)).hasSize(4);
        assertThat(rates(0, everFaster)).isEmpty();
    }
}
