package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    @Test
    void theDescriptionSaysWhatHoldsForEveryOperation() {
        var answer = TestService.get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode api = answer.json();

        JsonNode form = api.path("paths").path("/api/v1/forms").path("post");
        JsonNode open = api.path("paths").path("/api/v1/procedures/who").path("get");
        assertThat(api.path("info").path("title").asString()).isEqualTo("TTHC test");
        assertThat(form.path("parameters").toString()).contains("tthcPosition", "acceptLanguage", "correlationId");
        assertThat(form.path("security").toString()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(open.path("security").toString()).isEqualTo("[]");
        assertThat(open.path("parameters").toString()).doesNotContain("idempotencyKey");
        assertThat(form.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "406", "413", "415", "500", "503")
                .doesNotContain("default", "409");
        assertThat(api.path("components")
                        .path("responses")
                        .path("401-UNAUTHENTICATED")
                        .toString())
                .contains("application/problem+json", "#/components/schemas/ProblemDocument");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("ProblemDocument")
                        .path("properties")
                        .propertyNames())
                .contains("type", "title", "status", "code", "detail", "messages", "field", "errors", "instance");
        assertThat(api.path("components").path("securitySchemes").toString()).contains("bearer", "JWT");
        assertThat(api.path("paths").propertyNames()).doesNotContain("/error");
    }

    @Test
    void thePageToTryItIsServed() {
        assertThat(TestService.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
