package vn.tthc.platform.consume;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The shape of an event without its words: fields, numbers, codes and moments stay, every other text is covered. */
final class MaskedPayload {
    private static final String COVERED = "•••";

    private MaskedPayload() {}

    static JsonNode of(JsonMapper mapper, byte[] json) {
        try {
            return masked(mapper, mapper.readTree(json));
        } catch (JacksonException e) {
            return mapper.getNodeFactory().stringNode("(not JSON, " + json.length + " bytes)");
        }
    }

    private static JsonNode masked(JsonMapper mapper, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = mapper.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), masked(mapper, field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = mapper.createArrayNode();
            array.forEach(element -> copy.add(masked(mapper, element)));
            return copy;
        }
        if (node.isString() && !harmless(node.stringValue())) {
            return mapper.getNodeFactory().stringNode(COVERED);
        }
        return node;
    }

    /** Codes in capitals and moments say nothing about a person. */
    private static boolean harmless(String text) {
        return text.matches("[A-Z_]{2,40}") || text.matches("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?");
    }
}
