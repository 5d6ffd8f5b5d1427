package vn.tthc.postal.scans;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.platform.web.Problem;

/** Scans as a hand-held writes them into a file: a header that names the columns, in any order, and a line for each scan. */
final class CsvScans {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> REQUIRED =
            List.of("item", "scanId", "kind", "occurredAt", "point", "device", "sequence");
    private static final List<String> OPTIONAL = List.of("reason", "carrierCode");
    private static final List<String> PROOF =
            List.of("recipientName", "relation", "paperShown", "signatureHash", "oneTimeCode", "photoHash", "place");

    /** The wording of the columns for people. */
    static final String COLUMNS =
            String.join(",", REQUIRED) + "," + String.join(",", OPTIONAL) + "," + String.join(",", PROOF);

    private CsvScans() {}

    /**
     * Reads a file into what the same scans would be as JSON.
     *
     * @throws Problem 400 naming row and column of what cannot be read
     */
    static List<JsonNode> read(byte[] file) {
        List<List<String>> rows = CsvTable.read(file, ScanBatch.MOST + 1);
        if (rows.size() < 2) {
            throw CsvTable.problem(
                    CsvProblem.CSV_ROWS, rows.size(), 1, Map.of("most", Integer.toString(ScanBatch.MOST)));
        }
        List<String> header = header(rows.getFirst());
        List<JsonNode> scans = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            scans.add(scan(header, rows.get(i), i + 1));
        }
        return scans;
    }

    private static List<String> header(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean known = REQUIRED.contains(name) || OPTIONAL.contains(name) || PROOF.contains(name);
            if (!known || !seen.add(name)) {
                throw CsvTable.problem(CsvProblem.CSV_HEADER, 1, i + 1, Map.of("allowed", COLUMNS));
            }
        }
        for (String name : REQUIRED) {
            if (!seen.contains(name)) {
                throw CsvTable.problem(CsvProblem.CSV_COLUMN_MISSING, 1, names.size() + 1, Map.of("name", name));
            }
        }
        return names;
    }

    private static JsonNode scan(List<String> header, List<String> fields, int row) {
        if (fields.size() != header.size()) {
            throw CsvTable.problem(
                    CsvProblem.CSV_FIELDS,
                    row,
                    Math.min(fields.size(), header.size() + 1),
                    Map.of("found", Integer.toString(fields.size()), "wanted", Integer.toString(header.size())));
        }
        ObjectNode told = JSON.createObjectNode();
        ObjectNode scan = told.putObject("scan");
        ObjectNode proof = JSON.createObjectNode();
        for (int i = 0; i < fields.size(); i++) {
            String name = header.get(i);
            String text = fields.get(i);
            if (text.isEmpty()) {
                continue;
            }
            if (name.equals("item")) {
                told.put(name, text);
            } else if (PROOF.contains(name)) {
                proof.put(name, text);
            } else if (name.equals("sequence") && text.matches("\\d{1,18}")) {
                scan.put(name, Long.parseLong(text));
            } else {
                scan.put(name, text);
            }
        }
        if (!proof.isEmpty()) {
            scan.set("proof", proof);
        }
        return told;
    }
}
