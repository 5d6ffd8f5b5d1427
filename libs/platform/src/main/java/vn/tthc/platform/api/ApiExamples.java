package vn.tthc.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples as the tests of the service executed them, by operation: {@code tthc-api/examples.json}. They are written by the
 * tests and by nobody else.
 */
final class ApiExamples {
    private final Map<String, Example> examples = new TreeMap<>();

    /**
     * A request and its answer.
     *
     * @param parameters of path and query, by name
     * @param request the body, null when there is none or it is no JSON
     * @param status what was answered
     * @param response the body of the answer, null when it is no JSON, or a refusal
     */
    record Example(
            @Nullable Map<String, String> parameters,
            @Nullable Object request,
            int status,
            @Nullable Object response) {}

    ApiExamples() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:tthc-api/examples.json")) {
                try (InputStream in = file.getInputStream()) {
                    examples.putAll(JsonMapper.shared().readValue(in, new TypeReference<Map<String, Example>>() {}));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Example find(String operation) {
        return examples.get(operation);
    }
}
