package vn.tthc.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.local.Failure;

class UpTest {
    @Test
    void a_slow_machine_is_waited_for_as_long_as_is_said() {
        assertThat(Up.seconds(" 600 ")).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "", "0", "-1", "3601"})
    void what_is_no_time_to_wait_is_refused_by_name(String told) {
        assertThatThrownBy(() -> Up.seconds(told)).isInstanceOf(Failure.class).hasMessageContaining("TTHC_UP_SECONDS");
    }
}
