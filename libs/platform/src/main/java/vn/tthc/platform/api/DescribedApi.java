package vn.tthc.platform.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import vn.tthc.platform.web.ProblemDocument;

/**
 * Completes what the endpoints say of themselves: texts in both languages, examples, headers, every problem with its
 * meaning, and whether a token is needed.
 */
final class DescribedApi implements GlobalOpenApiCustomizer {
    private final ProblemCatalogue catalogue;
    private @Nullable ApiTexts operations;
    private @Nullable ApiTexts fields;
    private @Nullable ApiExamples examples;

    DescribedApi(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public synchronized void customise(OpenAPI api) {
        ApiTexts operationTexts = operations == null ? new ApiTexts("operations") : operations;
        ApiTexts fieldTexts = fields == null ? new ApiTexts("fields") : fields;
        ApiExamples known = examples == null ? new ApiExamples() : examples;
        operations = operationTexts;
        fields = fieldTexts;
        examples = known;

        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        api.getInfo().setDescription(operationTexts.find("api"));
        Headers.describe(components);
        problem(components);
        ProblemResponses problems = new ProblemResponses(catalogue, components);
        TreeSet<String> schemes = new TreeSet<>(
                components.getSecuritySchemes() == null
                        ? List.of(ApiConfiguration.BEARER)
                        : components.getSecuritySchemes().keySet());
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> new DescribedOperation(
                                            method.name(), path, operation, operationTexts, known)
                                    .describe(problems, schemes)));
        }
        components.getSchemas().forEach((name, schema) -> fields(name, schema, fieldTexts));
        api.setTags(tags(api, operationTexts));
        api.addExtension("x-problem-codes", problemCodes());
        Unused.drop(api);
    }

    private static void problem(Components components) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemDocument.class).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
    }

    private static void fields(String type, Schema<?> schema, ApiTexts texts) {
        if (schema.getDescription() == null) {
            schema.setDescription(texts.find(type));
        }
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties()
                .forEach((name, property) -> property.setDescription(texts.first(type + "." + name, name)));
    }

    private static List<Tag> tags(OpenAPI api, ApiTexts texts) {
        Map<String, Tag> tags = new TreeMap<>();
        List<Tag> told = api.getTags() == null ? List.of() : api.getTags();
        Map<String, Tag> known = new HashMap<>();
        told.forEach(tag -> known.put(tag.getName(), tag));
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(operation -> operation.getTags().stream())
                .forEach(name -> tags.computeIfAbsent(name, missing -> {
                    Tag tag = known.getOrDefault(missing, new Tag().name(missing));
                    String text = texts.find("tag." + missing.replace(' ', '-'));
                    return text == null ? tag : tag.description(text);
                }));
        return new ArrayList<>(tags.values());
    }

    private List<Map<String, Object>> problemCodes() {
        return catalogue.all().stream()
                .map(entry -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("code", entry.code());
                    one.put("status", entry.status());
                    one.put("field", entry.field());
                    one.put("vi", entry.messages().vi());
                    one.put("en", entry.messages().en());
                    return one;
                })
                .toList();
    }
}
