package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {
    @ParameterizedTest(name = "after {0} records, {1} more known: {2} ms")
    @CsvSource({
        "0, 0, 0",
        "1, 0, 25",
        "5, 0, 25",
        "8, 0, 40",
        "12, 0, 60",
        "149, 0, 60",
        "150, 0, 0",
        "500, 0, 0",
        "0, 900, 0",
        "1, 148, 25",
        "1, 149, 0",
        "12, 100, 60",
        "12, 5000, 0"
    })
    void the_more_there_was_the_longer_the_rest_until_a_batch_is_worth_it_by_itself(
            int records, long behind, long millis) {
        assertThat(Gathering.rest(records, behind)).isEqualTo(Duration.ofMillis(millis));
    }
}
