package vn.tthc.platform.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of a service, and whether an answer is as it says. */
public final class ApiDocument {
    private static final String PLACE = "https://tthc.lamdong.gov.vn/openapi";
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode root;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new HashMap<>();
    private final List<ApiOperation> operations = new ArrayList<>();

    /**
     * An operation.
     *
     * @param id its {@code operationId}
     * @param node what the document says of it
     */
    public record ApiOperation(String id, String method, String path, JsonNode node) {

        /** Pointer to it within the document. */
        String pointer() {
            return "/paths/" + escape(path) + "/" + method.toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ApiDocument(String json) {
        root = JsonMapper.shared().readTree(json);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(PLACE, json))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(java.util.Locale.ROOT);
                    JsonNode node = method.getValue();
                    operations.add(new ApiOperation(node.path("operationId").asString(""), name, path.getKey(), node));
                }));
    }

    /** Reads it from a service. */
    public static ApiDocument of(Exchange.Line line) {
        Exchange.Reply reply = line.send(new Exchange.Request("GET", "/v3/api-docs", Map.of(), null));
        if (reply.status() != 200) {
            throw new AssertionError("no description: " + reply);
        }
        return new ApiDocument(reply.text());
    }

    public JsonNode root() {
        return root;
    }

    public List<ApiOperation> operations() {
        return operations;
    }

    /** The operation of that id. */
    public ApiOperation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + id));
    }

    /** What {@code $ref} leads to, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }

    /** Codes an operation says it may answer with this status. */
    List<String> codes(ApiOperation operation, int status) {
        JsonNode response = resolved(operation.node().path("responses").path(String.valueOf(status)));
        return List.copyOf(
                response.path("content").path(PROBLEM).path("examples").propertyNames());
    }

    /** What of an answer is not as the document says; empty when all is. */
    public List<String> faults(ApiOperation operation, Exchange.Reply reply) {
        String pointer = operation.pointer() + "/responses/" + reply.status();
        JsonNode response = root.at(pointer);
        if (response.isMissingNode()) {
            return List.of("status " + reply.status() + " is not documented: " + reply);
        }
        String reference = response.path("$ref").asString("");
        String place = reference.isEmpty() ? pointer : reference.substring(1);
        List<String> faults = new ArrayList<>();
        JsonNode described = resolved(response);
        described.path("headers").properties().forEach(header -> {
            boolean required = resolved(header.getValue()).path("required").asBoolean(false);
            if (required && reply.header(header.getKey()).isEmpty()) {
                faults.add("header " + header.getKey() + " is missing");
            }
        });
        if (!reply.header("ETag").isEmpty()
                && described.path("headers").path("ETag").isMissingNode()) {
            faults.add("header ETag is not documented");
        }
        String type = reply.header("Content-Type").replaceAll(";.*", "").strip();
        if (described.path("content").path(type).isMissingNode()) {
            faults.add("content type " + type + " is not documented");
        } else if (type.endsWith("json")) {
            String schema = place + "/content/" + escape(type) + "/schema";
            faults.addAll(faults(schema, reply.text()));
            if (type.equals(PROBLEM)) {
                String code =
                        JsonMapper.shared().readTree(reply.text()).path("code").asString("");
                if (!codes(operation, reply.status()).contains(code)) {
                    faults.add("code " + code + " is not documented with status " + reply.status());
                }
            }
        }
        return faults;
    }

    /** What of a JSON text is not as the schema at a pointer says. */
    List<String> faults(String pointer, String json) {
        try {
            return faults(pointer, JsonMapper.shared().readTree(json));
        } catch (JacksonException noJson) {
            return List.of("no JSON: " + json);
        }
    }

    /** What of a JSON value is not as the schema at a pointer says. */
    List<String> faults(String pointer, @Nullable JsonNode json) {
        Schema schema = known.computeIfAbsent(
                pointer, place -> schemas.getSchema(SchemaLocation.of(PLACE + "#" + fragment(place))));
        return schema.validate(json).stream().map(Object::toString).toList();
    }

    private static String fragment(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
