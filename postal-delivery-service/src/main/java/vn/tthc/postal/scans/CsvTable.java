package vn.tthc.postal.scans;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tthc.platform.web.Problem;

/**
 * The rows of a text in CSV (RFC 4180): commas, fields in double quotes where they hold commas, quotes or line breaks. A
 * byte order mark before it and empty lines after it are let pass, as spreadsheets leave them.
 */
final class CsvTable {
    private final String text;
    private final int mostRows;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvTable(String text, int mostRows) {
        this.text = text;
        this.mostRows = mostRows;
    }

    /**
     * Reads a text.
     *
     * @param mostRows the header included
     * @throws Problem 400 naming row and column
     */
    static List<List<String>> read(byte[] bytes, int mostRows) {
        return new CsvTable(decoded(bytes), mostRows).rows();
    }

    static Problem problem(CsvProblem what, int row, int column, Map<String, String> more) {
        var values = new java.util.HashMap<>(more);
        values.put("row", Integer.toString(row));
        values.put("column", Integer.toString(column));
        return new Problem(what, null, values);
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw placed(text.toString());
        }
        String read = text.toString();
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    /** Where reading stopped, counted roughly: quoted line breaks count as rows. */
    private static Problem placed(String before) {
        int row = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return problem(
                CsvProblem.CSV_NOT_TEXT,
                row,
                1 + (int) line.chars().filter(c -> c == ',').count(),
                Map.of());
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            readField();
        }
        if (!row.isEmpty()) {
            endRow();
        }
        while (!rows.isEmpty() && isEmpty(rows.getLast())) {
            rows.removeLast();
        }
        return rows;
    }

    private static boolean isEmpty(List<String> row) {
        return row.size() == 1 && row.getFirst().isEmpty();
    }

    /** One field and what ends it. */
    private void readField() {
        field.setLength(0);
        if (peek() == '"') {
            quoted();
            if (at < text.length() && ",\r\n".indexOf(peek()) < 0) {
                throw quote();
            }
        } else {
            while (at < text.length() && peek() != ',' && peek() != '\n' && peek() != '\r') {
                if (peek() == '"') {
                    throw quote();
                }
                field.append(text.charAt(at++));
            }
        }
        row.add(field.toString());
        if (at == text.length()) {
            return;
        }
        char end = text.charAt(at++);
        if (end == ',') {
            if (at == text.length()) {
                row.add("");
            }
        } else if (end == '\n' || (end == '\r' && (at == text.length() || peek() == '\n'))) {
            at += end == '\r' && at < text.length() ? 1 : 0;
            endRow();
        } else {
            throw quote();
        }
    }

    private void quoted() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && peek() == '"') {
                field.append('"');
                at++;
            } else {
                return;
            }
        }
        throw quote();
    }

    private char peek() {
        return text.charAt(at);
    }

    private Problem quote() {
        return problem(CsvProblem.CSV_QUOTE, rows.size() + 1, row.size() + 1, Map.of());
    }

    private void endRow() {
        if (rows.size() == mostRows) {
            throw problem(CsvProblem.CSV_ROWS, rows.size() + 1, 1, Map.of("most", Integer.toString(mostRows - 1)));
        }
        rows.add(row);
        row = new ArrayList<>();
    }
}
