package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {
    @Test
    void the_time_to_ready_is_read_among_other_metrics() {
        String metrics = """
                # TYPE application_ready_time_seconds gauge
                application_ready_time_seconds{main_application_class="vn.tthc.query.QueryApplication"} 3.014
                application_started_time_seconds{main_application_class="vn.tthc.query.QueryApplication"} 2.9
                """;

        assertThat(StartUp.ready(metrics)).hasValue(3.014);
        assertThat(StartUp.ready("process_uptime_seconds 3.0")).isEmpty();
    }

    @Test
    void a_process_without_its_start_cache_is_told_from_one_that_has_it() {
        assertThat(Surroundings.isQuickCompilerAlone(List.of("-XX:TieredStopAtLevel=1", "-Xmx320m")))
                .isTrue();
        assertThat(Surroundings.isQuickCompilerAlone(List.of("-XX:AOTCache=query.aot", "-Xmx320m")))
                .isFalse();
    }
}
