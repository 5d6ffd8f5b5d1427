package vn.tthc.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Adds to every operation what holds for all: headers, problem documents, and whether a token is needed. */
final class CommonOpenApi implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addSchemas("Messages", messages()).addSchemas(PROBLEM, problem());
        components
                .addParameters(
                        "tthcPosition", header(Answers.POSITION, "<stream>@<version>[,...]: wait for it, at most 2 s"))
                .addParameters("idempotencyKey", header(IdempotencyKey.HEADER, "1 to 128 printable characters"))
                .addParameters("correlationId", header(Correlation.HEADER, "letters, digits, . _ -; at most 64"))
                .addParameters("ifMatch", header("If-Match", "the ETag you have seen; required for decisions"));
        Set<String> schemes = new TreeSet<>(
                components.getSecuritySchemes() == null
                        ? Set.of(OpenApiConfiguration.BEARER)
                        : components.getSecuritySchemes().keySet());
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> common(path, method, operation, schemes)));
        }
    }

    private static void common(String path, PathItem.HttpMethod method, Operation operation, Set<String> schemes) {
        operation.addParametersItem(reference("tthcPosition")).addParametersItem(reference("correlationId"));
        boolean question = matches(AllowedPaths.PUBLIC_QUESTIONS, path);
        if (method == PathItem.HttpMethod.POST && !question) {
            operation.addParametersItem(reference("idempotencyKey")).addParametersItem(reference("ifMatch"));
        }
        boolean open = method == PathItem.HttpMethod.GET ? matches(AllowedPaths.PUBLIC_READS, path) : question;
        operation.setSecurity(
                open
                        ? List.of()
                        : schemes.stream()
                                .map(scheme -> new SecurityRequirement().addList(scheme))
                                .toList());
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Problem details (RFC 9457) in Vietnamese and English")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
    }

    private static boolean matches(String[] patterns, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        for (String pattern : patterns) {
            if (PathPatternParser.defaultInstance.parse(pattern).matches(parsed)) {
                return true;
            }
        }
        return false;
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter()
                .name(name)
                .required(false)
                .description(description)
                .schema(new StringSchema());
    }

    private static Parameter reference(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private static Schema<?> messages() {
        return new ObjectSchema().addProperty("vi", new StringSchema()).addProperty("en", new StringSchema());
    }

    private static Schema<?> problem() {
        Schema<?> texts = new Schema<>().$ref("Messages");
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("messages", texts)
                .addProperty("field", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("code", new StringSchema())
                                        .addProperty("messages", texts)))
                .addProperty("instance", new StringSchema());
    }
}
