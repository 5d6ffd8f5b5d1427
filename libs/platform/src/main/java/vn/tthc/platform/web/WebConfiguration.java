package vn.tthc.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything a service's HTTP side shares. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

    @Bean
    HttpJson httpJson() {
        return new HttpJson();
    }

    @Bean
    Requests requests(HttpJson json) {
        return new Requests(json);
    }

    @Bean
    Answers answers() {
        return new Answers();
    }
}
