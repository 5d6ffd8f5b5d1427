package vn.tthc.platform.access;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one policy. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    AccessPolicy accessPolicy(AgencyTrees trees, InstantSource clock) {
        return new RolePolicy(trees, clock);
    }
}
