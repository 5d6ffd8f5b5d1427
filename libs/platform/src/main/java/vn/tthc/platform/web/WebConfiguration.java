package vn.tthc.platform.web;

import jakarta.servlet.Filter;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import vn.tthc.platform.access.AccessPolicy;

/** Everything a service's HTTP side shares. */
@Configuration(proxyBeanMethods = false)
@Import({SecurityConfiguration.class, ProblemHandler.class, ProblemErrorController.class})
public class WebConfiguration {

    @Bean
    HttpJson httpJson() {
        return new HttpJson();
    }

    @Bean
    Requests requests(HttpJson json, AccessPolicy access) {
        return new Requests(json, access);
    }

    @Bean
    ClientAddresses clientAddresses(@Value("${tthc.trusted-proxies:}") List<String> trustedProxies) {
        return new ClientAddresses(trustedProxies);
    }

    @Bean
    Answers answers() {
        return new Answers();
    }

    @Bean
    Problems problems(HttpJson json) {
        return new Problems(json);
    }

    @Bean
    ApiFormats apiFormats(HttpJson json) {
        return new ApiFormats(json);
    }

    @Bean
    FilterRegistrationBean<Filter> correlationFilter() {
        return filter(new CorrelationFilter(), Ordered.HIGHEST_PRECEDENCE + 10, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitFilter(
            Problems problems,
            @Value("${tthc.max-body:1MB}") DataSize limit,
            @Value("${tthc.max-batch:8MB}") DataSize ofBatches) {
        return filter(
                new BodyLimitFilter(limit.toBytes(), ofBatches.toBytes(), problems),
                Ordered.HIGHEST_PRECEDENCE + 20,
                "/*");
    }

    @Bean
    EntryReader entryReader(HttpJson json, Validator validator) {
        return new EntryReader(json, validator);
    }

    /** After security: a stranger is turned away at once, not after a wait. */
    @Bean
    FilterRegistrationBean<Filter> positionFilter(
            ObjectProvider<PositionSource> sources,
            Problems problems,
            @Value("${tthc.position-wait:2s}") Duration limit) {
        Positions positions = new Positions(sources.orderedStream().toList(), limit);
        return filter(new PositionFilter(positions, problems), 0, "/api/*");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> earlyRefusals() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(EarlyRefusals.class.getName());
            }
        });
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order, String pattern) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setUrlPatterns(List.of(pattern));
        return registration;
    }
}
