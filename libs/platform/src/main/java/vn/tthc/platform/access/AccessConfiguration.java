package vn.tthc.platform.access;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one policy. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    AccessPolicy accessPolicy(AgencyTrees trees, ObjectProvider<Delegations> delegations, InstantSource clock) {
        return new RolePolicy(trees, delegations.getIfAvailable(() -> Delegations.NONE), clock);
    }
}
