package vn.tthc.platform.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one policy. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    AccessPolicy accessPolicy() {
        return new RolePolicy();
    }
}
