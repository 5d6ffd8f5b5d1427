package vn.tthc.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.api.Exchange.Reply;

class ApiFuzzTest {
    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/things": {"get": {
              "operationId": "getThings",
              "parameters": [{"name": "word", "in": "query", "schema": {"type": "string"}}],
              "responses": {
                "200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object"}}}},
                "500": {"description": "broken", "content": {"application/json": {"schema": {"type": "object"}}}},
                "503": {"description": "later", "content": {"application/problem+json": {
                  "schema": {"type": "object"}, "examples": {"OVERLOADED": {}}}}}}}}}}
            """;

    private final List<String> targets = new ArrayList<>();

    /** What is found wrong where the answers are these in turn. */
    private List<String> faults(Reply... answers) {
        targets.clear();
        return new ApiFuzz(
                        new ApiDocument(DOCUMENT),
                        request -> {
                            targets.add(request.target());
                            return answers[(targets.size() - 1) % answers.length];
                        },
                        List.of("token"),
                        Map.of())
                .run(Set.of());
    }

    private static Reply later(String code) {
        return new Reply(
                503,
                Map.of("content-type", "application/problem+json"),
                ("{\"code\": \"" + code + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static Reply plain(int status) {
        return new Reply(status, Map.of("content-type", "application/json"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_service_may_say_later_as_it_is_documented_and_is_asked_once_more() {
        assertThat(faults(later("OVERLOADED"), plain(200))).isEmpty();
        assertThat(targets).hasSizeGreaterThan(1);
        assertThat(targets.get(1)).isEqualTo(targets.get(0));
        assertThat(faults(later("OVERLOADED"))).isEmpty();
    }

    @Test
    void what_is_not_documented_and_every_other_error_is_a_fault() {
        assertThat(faults(later("BROKEN"))).isNotEmpty();
        assertThat(faults(plain(500))).isNotEmpty();
    }

    @Test
    void every_build_sends_the_same() {
        faults(plain(200));
        List<String> first = List.copyOf(targets);
        faults(plain(200));
        assertThat(targets).isEqualTo(first);
    }
}
