package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {
    @Test
    void a_process_without_its_start_cache_is_told_from_one_that_has_it() {
        assertThat(Surroundings.isQuickCompilerAlone(List.of("-XX:TieredStopAtLevel=1", "-Xmx320m")))
                .isTrue();
        assertThat(Surroundings.isQuickCompilerAlone(List.of("-XX:AOTCache=query.aot", "-Xmx320m")))
                .isFalse();
    }
}
