package vn.tthc.platform.access.matrix;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON text, each by its path, such as {@code items[].identifier}. */
final class Fields {
    private Fields() {}

    /** Those that have a value; a field that is null says nothing to anybody. */
    static Set<String> of(String json) {
        Set<String> fields = new TreeSet<>();
        add("", JsonMapper.shared().readTree(json), fields);
        return fields;
    }

    private static void add(String path, JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                String name = name(entry.getKey());
                add(path.isEmpty() ? name : path + "." + name, entry.getValue(), fields);
            });
        } else if (node.isArray()) {
            node.forEach(each -> add(path + "[]", each, fields));
        } else if (!node.isNull()) {
            fields.add(path.isEmpty() ? "-" : path);
        }
    }

    /** What is a key and not a field, such as an id or a code, is any key. */
    private static String name(String key) {
        return key.matches("[a-z][A-Za-z]*") ? key : "*";
    }
}
