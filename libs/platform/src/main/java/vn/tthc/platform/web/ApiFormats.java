package vn.tthc.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads parameters and bodies alike. */
final class ApiFormats implements WebMvcConfigurer {
    private final HttpJson json;

    ApiFormats(HttpJson json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ToInstant());
        registry.addConverter(new ToDate());
    }

    /** Classes and not lambdas: the registry reads their type parameters. */
    private static final class ToInstant implements Converter<String, Instant> {
        /** A plus sign that nobody escaped arrives as a blank. */
        @Override
        public Instant convert(String text) {
            return ApiTimes.instant(text.strip().replace(' ', '+'));
        }
    }

    private static final class ToDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return ApiTimes.date(text.strip());
        }
    }
}
