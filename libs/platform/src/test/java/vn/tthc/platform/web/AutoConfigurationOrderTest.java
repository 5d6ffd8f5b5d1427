package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.Configurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import vn.tthc.platform.PlatformConfiguration;

class AutoConfigurationOrderTest {

    /** Boot sets up security and error pages of its own where it finds none; two of each do not start. */
    @Test
    void oursComesBeforeWhatBootWouldSetUpInstead() {
        Class<?>[] all = StreamSupport.stream(
                        ImportCandidates.load(
                                        AutoConfiguration.class, getClass().getClassLoader())
                                .spliterator(),
                        false)
                .filter(name -> name.contains(".security.") || name.contains(".webmvc."))
                .filter(name -> !name.contains(".reactive.") && !name.contains("axonframework"))
                .flatMap(AutoConfigurationOrderTest::load)
                .toArray(Class<?>[]::new);
        Class<?>[] sorted = Configurations.getClasses(
                AutoConfigurations.of(Stream.concat(Arrays.stream(all), Stream.of(PlatformConfiguration.class))
                        .toArray(Class<?>[]::new)));

        assertThat(sorted)
                .extracting(Class::getSimpleName)
                .containsSubsequence("PlatformConfiguration", "ErrorMvcAutoConfiguration")
                .containsSubsequence("PlatformConfiguration", "OAuth2ResourceServerAutoConfiguration")
                .containsSubsequence("PlatformConfiguration", "OAuth2ResourceServerWebSecurityAutoConfiguration")
                .containsSubsequence("PlatformConfiguration", "ManagementWebSecurityAutoConfiguration")
                .containsSubsequence("PlatformConfiguration", "ServletWebSecurityAutoConfiguration");
    }

    private static Stream<Class<?>> load(String name) {
        try {
            return Stream.of(Class.forName(name, false, AutoConfigurationOrderTest.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
