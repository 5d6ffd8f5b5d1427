package vn.tthc.intake.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated lines with a heading; a field may stand in double quotes, a doubled quote inside is one. */
final class Csv {
    private Csv() {}

    /**
     * The lines as maps from heading to field, empty fields included.
     *
     * @throws IllegalArgumentException naming the line that has another number of fields than the heading
     */
    static List<Map<String, String>> parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> heading = fields(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = fields(lines.get(i));
            if (fields.size() != heading.size()) {
                throw new IllegalArgumentException("row " + i + " has " + fields.size() + " fields, the heading "
                        + heading.size() + ": " + lines.get(i));
            }
            Map<String, String> row = new HashMap<>();
            for (int field = 0; field < fields.size(); field++) {
                row.put(heading.get(field), fields.get(field));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
