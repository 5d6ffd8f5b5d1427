package vn.tthc.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values by chance: as a schema says, as somebody said before, and as nobody should. */
final class FuzzValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEPTH = 6;

    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "true",
            "Đặng Thị Hạnh",
            "a/b",
            "%00",
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "'; DROP TABLE log; --",
            "../../etc/passwd",
            "x".repeat(3_000),
            "9223372036854775808",
            "2026-02-30",
            "2026-13-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z");

    private static final List<String> ODD_JSON = List.of(
            "",
            "null",
            "[]",
            "\"text\"",
            "7",
            "{",
            "{\"a\":1,\"a\":2}",
            "{} {}",
            "\ufeff{}",
            "[".repeat(2_000),
            "{\"x\": 1e999999}");

    private final ApiDocument document;
    private final Map<String, Set<String>> words;
    private final Random random;

    FuzzValues(ApiDocument document, Map<String, Set<String>> words, Random random) {
        this.document = document;
        this.words = words;
        this.random = random;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T next(Arbitrary<T> arbitrary) {
        return arbitrary.generator(1_000, true).next(random).value();
    }

    /** What was said under that name before, or one of these. */
    String pick(String name, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.addAll(words.getOrDefault(name, Set.of()));
        return all.get(random.nextInt(all.size()));
    }

    byte[] bytes() {
        String text = pick("file", "", "%PDF-1.7\n%", "\u0089PNG\r\n\u001a\n\u0000\u0000", "<html>");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A parameter. */
    String text(String name, JsonNode schema) {
        if (chance(15)) {
            return ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
        }
        JsonNode value = value(name, schema, 0);
        return value.isString() ? value.asString() : value.toString();
    }

    /** A body: mostly what the schema says, sometimes with one thing wrong, sometimes no JSON at all. */
    String body(JsonNode schema) {
        if (chance(8)) {
            return ODD_JSON.get(random.nextInt(ODD_JSON.size()));
        }
        JsonNode value = value("", schema, 0);
        return chance(40) ? spoilt(value).toString() : value.toString();
    }

    private JsonNode value(String name, JsonNode described, int depth) {
        JsonNode schema = document.resolved(described);
        if (schema.has("enum")) {
            JsonNode all = schema.path("enum");
            return all.get(random.nextInt(all.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(integer(name, schema));
            case "number" -> JSON.numberNode(next(Arbitraries.doubles().between(-180, 180)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(string(name, schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asString();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asString()));
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = required.contains(property.getKey()) || (depth < DEPTH && chance(50));
            if (wanted) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject() && depth < DEPTH) {
            object.set(pick("key", "a", "COUNTER", "XA"), value("", others, depth + 1));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth >= DEPTH
                ? 0
                : next(Arbitraries.integers().between(schema.path("minItems").asInt(0), 3));
        for (int i = 0; i < size; i++) {
            array.add(value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private long integer(String name, JsonNode schema) {
        Set<String> known = words.getOrDefault(name, Set.of());
        if (chance(40) && !known.isEmpty() && pick(name).matches("-?[0-9]{1,18}")) {
            return Long.parseLong(known.stream()
                    .filter(text -> text.matches("-?[0-9]{1,18}"))
                    .findAny()
                    .orElse("1"));
        }
        long most = schema.path("format").asString("").equals("int64") ? Long.MAX_VALUE : Integer.MAX_VALUE;
        return next(Arbitraries.longs()
                .between(
                        schema.path("minimum").asLong(-most),
                        schema.path("maximum").asLong(most)));
    }

    private String string(String name, JsonNode schema) {
        Set<String> known = words.getOrDefault(name, Set.of());
        if (!known.isEmpty() && chance(75)) {
            return List.copyOf(known).get(random.nextInt(known.size()));
        }
        return switch (schema.path("format").asString("")) {
            case "date-time" ->
                pick("moment", "2026-03-02T08:00:00+07:00", "2099-01-01T00:00:00Z", "1900-01-01T00:00Z");
            case "date" -> pick("day", "2026-03-02", "2025-06-30", "0001-01-01");
            default ->
                chance(20)
                        ? new UUID(random.nextLong(), random.nextLong()).toString()
                        : next(Arbitraries.strings()
                                .ofMinLength(
                                        Math.min(20, schema.path("minLength").asInt(0)))
                                .ofMaxLength(Math.max(
                                        1, Math.min(40, schema.path("maxLength").asInt(40)))));
        };
    }

    /** The same with one thing somewhere in it replaced, left out or added. */
    private JsonNode spoilt(JsonNode value) {
        if (value instanceof ObjectNode object) {
            if (object.isEmpty() || chance(15)) {
                object.put("noSuchField", 1);
                return object;
            }
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (chance(20)) {
                object.remove(name);
            } else {
                object.set(name, spoilt(object.get(name)));
            }
            return object;
        }
        if (value instanceof ArrayNode array && !array.isEmpty() && chance(70)) {
            int index = random.nextInt(array.size());
            array.set(index, spoilt(array.get(index)));
            return array;
        }
        return odd();
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.objectNode();
            case 2 -> JSON.arrayNode().add(JSON.nullNode());
            case 3 -> JSON.numberNode(Long.MIN_VALUE);
            case 4 -> JSON.numberNode(0.5);
            case 5 -> JSON.booleanNode(true);
            case 6 -> JsonMapper.shared().readTree("123456789012345678901234567890");
            default -> JSON.stringNode(ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())));
        };
    }
}
