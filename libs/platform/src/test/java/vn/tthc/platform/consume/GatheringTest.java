package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {
    @ParameterizedTest(name = "after {0} records {1} ms")
    @CsvSource({"0, 0", "1, 25", "5, 25", "8, 40", "12, 60", "149, 60", "150, 0", "500, 0"})
    void the_more_there_was_the_longer_the_rest_until_a_batch_is_worth_it_by_itself(int records, long millis) {
        assertThat(Gathering.rest(records)).isEqualTo(Duration.ofMillis(millis));
    }
}
