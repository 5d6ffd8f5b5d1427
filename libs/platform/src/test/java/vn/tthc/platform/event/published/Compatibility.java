package vn.tthc.platform.event.published;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a change of a schema would break, for those who read new data with old knowledge or old data with new. */
final class Compatibility {
    private final JsonNode published;
    private final JsonNode made;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private Compatibility(JsonNode published, JsonNode made) {
        this.published = published;
        this.made = made;
    }

    /** Every break in a sentence that names the field; nothing when the change is only additive. */
    static List<String> breaks(JsonNode published, JsonNode made) {
        Compatibility comparison = new Compatibility(published, made);
        comparison.compare("", published, made);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String field, JsonNode before, JsonNode after) {
        if (!compared.add(before.path("$ref").asString("") + "|"
                        + after.path("$ref").asString("") + "|" + field)
                || depth(field) > 12) {
            return;
        }
        JsonNode was = resolve(published, before);
        JsonNode is = resolve(made, after);
        String wasType = type(was);
        String isType = type(is);
        if (!wasType.equals(isType)) {
            breaks.add(named(field) + " was " + wasType + " and is " + isType);
            return;
        }
        values(field, was, is);
        properties(field, was, is);
        if (was.has("items")) {
            compare(field + "[]", was.get("items"), is.path("items"));
        }
        if (was.path("additionalProperties").isObject()) {
            compare(field + "{}", was.get("additionalProperties"), is.path("additionalProperties"));
        }
    }

    private void values(String field, JsonNode was, JsonNode is) {
        Set<String> now = texts(is.path("enum"));
        texts(was.path("enum")).stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> breaks.add(named(field) + " can no longer be " + value));
    }

    private void properties(String field, JsonNode was, JsonNode is) {
        Set<String> wasRequired = texts(was.path("required"));
        Set<String> isRequired = texts(is.path("required"));
        was.path("properties").properties().forEach(property -> {
            String inner = field.isEmpty() ? property.getKey() : field + "." + property.getKey();
            JsonNode after = is.path("properties").path(property.getKey());
            if (after.isMissingNode()) {
                breaks.add(inner + " is gone");
                return;
            }
            if (wasRequired.contains(property.getKey()) && !isRequired.contains(property.getKey())) {
                breaks.add(inner + " was always there and now may be missing");
            }
            compare(inner, property.getValue(), after);
        });
        isRequired.stream()
                .filter(name -> !wasRequired.contains(name))
                .forEach(name -> breaks.add((field.isEmpty() ? name : field + "." + name)
                        + " is required now, and older data may not have it"));
    }

    private static String type(JsonNode schema) {
        String type = schema.path("type").asString("anything");
        String format = schema.path("format").asString("");
        String kind = schema.has("enum") ? "one of a list" : type;
        return format.isEmpty() ? kind : kind + " (" + format + ")";
    }

    private static JsonNode resolve(JsonNode root, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            return root.at(reference.substring(1));
        }
        JsonNode all = schema.path("allOf");
        // The generator puts a reference with a description of its own into allOf.
        for (JsonNode part : all) {
            if (part.has("$ref")) {
                return resolve(root, part);
            }
        }
        return schema.isMissingNode() ? MissingNode.getInstance() : schema;
    }

    private static Set<String> texts(@Nullable JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        if (array != null) {
            array.forEach(value -> texts.add(value.asString()));
        }
        return texts;
    }

    private static String named(String field) {
        return field.isEmpty() ? "the event" : field;
    }

    private static long depth(String field) {
        return field.chars().filter(c -> c == '.').count();
    }
}
