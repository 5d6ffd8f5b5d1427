package vn.tthc.platform.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.api.ApiExamples.Example;
import vn.tthc.platform.web.AllowedPaths;

/** One operation being completed: what its endpoint does not say is in the texts, the examples and its kind. */
final class DescribedOperation {
    private static final List<String> ALWAYS = List.of(
            "MALFORMED_REQUEST",
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "DELEGATION_NOT_IN_FORCE",
            "NOT_ACCEPTABLE",
            "INTERNAL_ERROR",
            "IDENTITY_UNAVAILABLE",
            "OVERLOADED");

    private final String method;
    private final String path;
    private final Operation operation;
    private final String id;
    private final ApiTexts texts;
    private final Kind kind;
    private final @Nullable Example example;

    DescribedOperation(String method, String path, Operation operation, ApiTexts texts, ApiExamples examples) {
        this.method = method;
        this.path = path;
        this.operation = operation;
        this.texts = texts;
        this.id = OperationIds.of(method, path);
        this.kind = Kind.of(texts.find(id + ".kind"), method);
        this.example = examples.find(id);
    }

    void describe(ProblemResponses problems, Collection<String> schemes) {
        operation.setOperationId(id);
        words();
        parameters();
        requestExample();
        Set<String> codes = codes();
        ApiResponses responses = answers();
        problems.of(codes).forEach(responses::addApiResponse);
        operation.setResponses(responses);
        operation.setSecurity(
                AllowedPaths.open(method, path)
                        ? List.of()
                        : schemes.stream()
                                .map(scheme -> new SecurityRequirement().addList(scheme))
                                .toList());
    }

    private void words() {
        String summary = texts.find(id + ".summary");
        if (summary != null) {
            operation.setSummary(summary);
        }
        String vietnamese = texts.find(id + ".vi");
        String english = texts.find(id + ".en");
        if (english == null) {
            english = operation.getDescription();
        }
        operation.setDescription(vietnamese == null || english == null ? null : vietnamese + "\n\n" + english);
        String tag = texts.find(id + ".tag");
        if (tag != null) {
            operation.setTags(List.of(tag));
        }
    }

    private void parameters() {
        for (Parameter parameter : given()) {
            parameter.setDescription(texts.first(id + ".param." + parameter.getName(), "param." + parameter.getName()));
            Schema<?> schema = parameter.getSchema();
            if (schema != null && schema.getTypes() != null && schema.getTypes().contains("null")) {
                Set<String> types = new TreeSet<>(schema.getTypes());
                types.remove("null");
                schema.setTypes(types);
            }
            Map<String, String> values = example == null ? null : example.parameters();
            String value = values == null ? null : values.get(parameter.getName());
            if (value != null) {
                parameter.setExample(typed(schema, value));
            }
        }
        if (path.startsWith("/api/")) {
            operation.addParametersItem(Headers.reference(Headers.POSITION));
        }
        if (path.startsWith("/api/") && !AllowedPaths.open(method, path)) {
            operation.addParametersItem(Headers.reference(Headers.DELEGATION));
        }
        if (kind.takesKey()) {
            operation.addParametersItem(Headers.reference(Headers.KEY));
        }
        if (kind.takesVersion()) {
            boolean optional = "optional".equals(texts.find(id + ".version"));
            operation.addParametersItem(Headers.reference(optional ? Headers.IF_MATCH_OPTIONAL : Headers.IF_MATCH));
        }
        operation
                .addParametersItem(Headers.reference(Headers.LANGUAGE))
                .addParametersItem(Headers.reference(Headers.CORRELATION));
    }

    private static Object typed(@Nullable Schema<?> schema, String value) {
        boolean number =
                schema != null && schema.getTypes() != null && schema.getTypes().contains("integer");
        return number ? (Object) Long.parseLong(value) : value;
    }

    private List<Parameter> given() {
        return operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters());
    }

    private void requestExample() {
        if (operation.getRequestBody() == null || example == null || example.request() == null) {
            return;
        }
        MediaType json = operation.getRequestBody().getContent().get("application/json");
        if (json != null) {
            json.setExample(example.request());
        }
    }

    private Set<String> codes() {
        Set<String> codes = new TreeSet<>(ALWAYS);
        codes.addAll(kind.codes());
        if (path.startsWith("/api/")) {
            codes.add("NOT_YET_VISIBLE");
        }
        if (path.contains("{")) {
            codes.add("NOT_FOUND");
        }
        boolean body = operation.getRequestBody() != null;
        if (body) {
            codes.addAll(List.of("PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"));
        }
        if (body || given().stream().anyMatch(parameter -> parameter.getName() != null)) {
            codes.add("VALIDATION_FAILED");
        }
        codes.addAll(texts.list(id + ".codes"));
        return codes;
    }

    /** Good answers: one schema, whatever the status. */
    private ApiResponses answers() {
        List<String> files = texts.list(id + ".produces");
        Content content = files.isEmpty() ? json() : new Content();
        files.forEach(type -> content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary"))));
        ApiResponses answers = new ApiResponses();
        List<String> told = texts.list(id + ".status");
        for (String status : told.isEmpty() ? List.of("200") : told) {
            ApiResponse answer = new ApiResponse().description(meaning(status)).content(content);
            kind.headers().forEach(name -> answer.addHeaderObject(name, Headers.headerReference(name)));
            if (texts.find(id + ".location") != null) {
                answer.addHeaderObject("Location", Headers.headerReference("Location"));
            }
            answers.addApiResponse(status, answer);
        }
        return answers;
    }

    private Content json() {
        Content content = operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Content::new);
        boolean good = example != null && example.response() != null && example.status() / 100 == 2;
        if (good && content.get("application/json") != null) {
            content.get("application/json")
                    .setExample(Objects.requireNonNull(example).response());
        }
        return content;
    }

    private static String meaning(String status) {
        return switch (status) {
            case "200" -> "Thành công / done";
            case "201" -> "Đã tạo / made";
            case "202" -> "Đã ghi nhận; việc còn lại được làm sau / recorded; the rest is done later";
            default -> throw new IllegalStateException("no meaning of status " + status);
        };
    }
}
