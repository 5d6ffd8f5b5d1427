package vn.tthc.postal.carriers;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** What carriers need beside the components. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierSettings.class)
class CarrierConfiguration {
    /** Above what the service takes as a body. */
    private static final int LONGEST = 4 << 20;

    /** A signature is over the bytes as they came, so they are kept while the body is read. */
    @Bean
    FilterRegistrationBean<Filter> signedBodies() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new Keeping());
        registration.setOrder(10);
        registration.setUrlPatterns(List.of("/api/v1/carriers/*"));
        return registration;
    }

    private static final class Keeping extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(new ContentCachingRequestWrapper(request, LONGEST), response);
        }
    }
}
