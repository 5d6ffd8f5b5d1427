package vn.tthc.platform.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.api.ApiDocument.ApiOperation;
import vn.tthc.platform.web.AllowedPaths;

/**
 * The rules of form a description keeps, in every build and without a tool of its own; Spectral knows others, see
 * {@code docs/api/README.md}.
 */
public final class ApiLint {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/([a-zA-Z]+/[^\"]+)\"");
    private static final String BOTH_LANGUAGES = " / ";
    private static final Set<String> PERSONAL = Set.of("identityNumber", "name", "phone", "email", "address", "secret");

    private final ApiDocument document;
    private final List<String> problems = new ArrayList<>();

    private ApiLint(ApiDocument document) {
        this.document = document;
    }

    /** What is wrong with a description; empty when nothing is. */
    public static List<String> problems(ApiDocument document) {
        ApiLint lint = new ApiLint(document);
        lint.information();
        lint.operations();
        lint.schemas();
        lint.components();
        lint.codes();
        return lint.problems;
    }

    private void check(boolean holds, String place, String rule) {
        if (!holds) {
            problems.add(place + ": " + rule);
        }
    }

    private static boolean said(JsonNode node, String name) {
        return !node.path(name).asString("").isBlank();
    }

    private void information() {
        JsonNode root = document.root();
        check(root.path("openapi").asString("").startsWith("3.1"), "document", "is OpenAPI 3.1");
        check(said(root.path("info"), "title"), "info", "has a title");
        check(said(root.path("info"), "description"), "info", "has a description");
        check(said(root.path("info").path("license"), "url"), "info", "has a licence");
        check(said(root.path("info").path("contact"), "url"), "info", "has a contact");
        check(root.path("servers").size() == 1, "servers", "there is one");
        root.path("tags").forEach(tag -> check(said(tag, "description"), "tag " + tag.path("name"), "is described"));
    }

    private void operations() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        document.root().path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
        for (ApiOperation operation : document.operations()) {
            String place = operation.id();
            JsonNode node = operation.node();
            check(ids.add(place), place, "its id is its own");
            check(place.matches("[a-z][A-Za-z0-9]+"), place, "its id is a word");
            check(node.path("summary").asString("").contains(BOTH_LANGUAGES), place, "has a summary in both languages");
            check(
                    node.path("description").asString("").contains("\n\n"),
                    place,
                    "has a description in both languages, Vietnamese first");
            check(node.path("tags").size() == 1, place, "has one tag");
            node.path("tags").forEach(tag -> check(tags.contains(tag.asString()), place, "its tag is declared"));
            boolean open = AllowedPaths.open(operation.method(), operation.path());
            check(open == node.path("security").isEmpty(), place, "asks for a token just when it needs one");
            parameters(operation, place);
            request(operation, place);
            responses(operation, place);
        }
    }

    private void parameters(ApiOperation operation, String place) {
        Set<String> inPath = new TreeSet<>();
        Matcher names = Pattern.compile("\\{([^}]+)}").matcher(operation.path());
        while (names.find()) {
            inPath.add(names.group(1));
        }
        Set<String> told = new TreeSet<>();
        for (JsonNode reference : operation.node().path("parameters")) {
            JsonNode parameter = document.resolved(reference);
            String name = parameter.path("name").asString();
            check(
                    parameter.path("description").asString("").contains(BOTH_LANGUAGES),
                    place + " " + name,
                    "is described in both languages");
            check(!parameter.path("schema").isMissingNode(), place + " " + name, "has a schema");
            check(
                    parameter.path("in").asString().equals("header") || !PERSONAL.contains(name),
                    place + " " + name,
                    "no address tells who somebody is");
            if (parameter.path("in").asString().equals("path")) {
                told.add(name);
                check(parameter.path("required").asBoolean(false), place + " " + name, "is required");
            }
        }
        check(told.equals(inPath), place, "names the parameters of its path");
    }

    private void request(ApiOperation operation, String place) {
        operation.node().path("requestBody").path("content").properties().forEach(content -> {
            if (content.getKey().endsWith("json")) {
                example(
                        operation.pointer() + "/requestBody/content/" + ApiDocument.escape(content.getKey()),
                        content.getValue(),
                        place + " request");
            }
        });
    }

    private void responses(ApiOperation operation, String place) {
        JsonNode responses = operation.node().path("responses");
        check(responses.propertyNames().stream().anyMatch(status -> status.startsWith("2")), place, "can succeed");
        responses.properties().forEach(entry -> {
            String status = entry.getKey();
            JsonNode response = document.resolved(entry.getValue());
            String where = place + " " + status;
            check(said(response, "description"), where, "is described");
            boolean good = status.startsWith("2");
            response.path("content").properties().forEach(content -> {
                check(
                        good != content.getKey().equals("application/problem+json"),
                        where,
                        "a problem is application/problem+json, and nothing else is");
                if (good && content.getKey().endsWith("json")) {
                    example(
                            operation.pointer() + "/responses/" + status + "/content/"
                                    + ApiDocument.escape(content.getKey()),
                            content.getValue(),
                            where);
                }
            });
            check(!response.path("content").isEmpty(), where, "says what it answers");
        });
        for (String always : List.of("401", "403", "406", "500", "503")) {
            check(responses.has(always), place, "may answer " + always);
        }
    }

    private void example(String pointer, JsonNode content, String place) {
        if (content.has("example")) {
            List<String> faults = document.faults(pointer + "/schema", content.path("example"));
            check(faults.isEmpty(), place, "its example is as its schema says: " + faults);
        }
    }

    private void schemas() {
        document.root().path("components").path("schemas").properties().forEach(schema -> {
            JsonNode node = schema.getValue();
            node.path("properties")
                    .properties()
                    .forEach(property -> check(
                            property.getValue().path("description").asString("").contains(BOTH_LANGUAGES),
                            schema.getKey() + "." + property.getKey(),
                            "is described in both languages"));
            if (node.path("type").asString("object").equals("object") && node.has("properties")) {
                check(
                        node.has("additionalProperties"),
                        schema.getKey(),
                        "says whether there may be others than its properties");
            }
        });
    }

    private void components() {
        String text = document.root().toString();
        Set<String> used = new HashSet<>();
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            used.add(references.group(1));
            check(
                    !document.root().at("/components/" + references.group(1)).isMissingNode(),
                    references.group(1),
                    "exists");
        }
        for (String kind : List.of("schemas", "parameters", "headers", "responses", "examples")) {
            document.root()
                    .path("components")
                    .path(kind)
                    .propertyNames()
                    .forEach(name -> check(used.contains(kind + "/" + name), kind + "/" + name, "is used"));
        }
        document.root().path("components").path("examples").properties().forEach(example -> {
            List<String> faults = document.faults(
                    "/components/schemas/" + ProblemResponses.SCHEMA,
                    example.getValue().path("value"));
            check(faults.isEmpty(), example.getKey(), "is a problem: " + faults);
        });
    }

    /** Every code is somewhere's answer, or it is said why not. */
    private void codes() {
        Set<String> told = new HashSet<>(new ApiTexts("operations").list("codes.elsewhere"));
        for (ApiOperation operation : document.operations()) {
            operation.node().path("responses").propertyNames().forEach(status -> {
                if (!status.startsWith("2")) {
                    told.addAll(document.codes(operation, Integer.parseInt(status)));
                }
            });
        }
        // Of a path or a method that does not exist, or of any operation there is.
        told.add("METHOD_NOT_ALLOWED");
        told.add("TOO_MANY_REQUESTS");
        document.root().path("x-problem-codes").forEach(entry -> {
            String code = entry.path("code").asString();
            check(entry.path("field").asBoolean() || told.contains(code), code, "is the answer of some operation");
            check(said(entry, "vi") && said(entry, "en"), code, "has its meaning in both languages");
        });
    }
}
