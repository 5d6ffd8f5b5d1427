package vn.tthc.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the API reads and writes JSON: what it does not know it refuses, absent is absent, and moments are printed in the
 * time of Vietnam with their offset ({@code 2026-03-02T08:00:00+07:00}) and read with any.
 */
public final class HttpJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule("tthc-http")
                    .addSerializer(Instant.class, new ApiTimes.InstantWriter())
                    .addDeserializer(Instant.class, new ApiTimes.InstantReader())
                    .addDeserializer(LocalDate.class, new ApiTimes.DateReader()))
            .build();

    /** The mapper of bodies in and out. */
    public JsonMapper mapper() {
        return mapper;
    }
}
