package vn.tthc.local.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row. A row is first sought on its own line, so that one lost quotation mark does not swallow
 * the rest of the file.
 */
final class CsvFile implements AutoCloseable {
    private static final int MOST_LINES_OF_A_ROW = 20;

    /** Bytes as characters: each line is decoded by itself, so that a broken one harms no other. */
    private final BufferedReader reader;

    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> header;
    private int line;

    CsvFile(Path file) throws IOException {
        this.reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        String first = raw();
        line = 1;
        String names = first == null ? "" : Optional.ofNullable(decoded(first)).orElse("");
        this.header = Optional.ofNullable(parsed(names.startsWith("\uFEFF") ? names.substring(1) : names))
                .orElse(List.of());
    }

    /** Names of the columns. */
    List<String> header() {
        return header;
    }

    /** The next row; empty at the end. Blank lines are none. */
    Optional<CsvLine> next() {
        String raw = raw();
        while (raw != null && raw.isBlank()) {
            line++;
            raw = raw();
        }
        if (raw == null) {
            return Optional.empty();
        }
        int number = ++line;
        String text = decoded(raw);
        if (text == null) {
            return Optional.of(new CsvLine.Broken(number, "it is not UTF-8"));
        }
        if (oddQuotes(text)) {
            return Optional.of(overSeveralLines(number, text));
        }
        return Optional.of(row(number, text));
    }

    private CsvLine overSeveralLines(int number, String first) {
        Deque<String> taken = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first);
        while (taken.size() < MOST_LINES_OF_A_ROW) {
            String raw = raw();
            if (raw == null) {
                break;
            }
            taken.addLast(raw);
            String more = decoded(raw);
            if (more == null) {
                break;
            }
            text.append('\n').append(more);
            if (!oddQuotes(text)) {
                if (row(number, text.toString()) instanceof CsvLine.Values values) {
                    line += taken.size();
                    return values;
                }
                break;
            }
        }
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        return new CsvLine.Broken(number, "a quotation mark is not closed");
    }

    private CsvLine row(int number, String text) {
        List<String> values = parsed(text);
        if (values == null) {
            return new CsvLine.Broken(number, "its quotation marks make no sense");
        }
        return values.size() == header.size()
                ? new CsvLine.Values(number, values)
                : new CsvLine.Broken(
                        number, "it has " + values.size() + " values where the header has " + header.size());
    }

    private static @Nullable List<String> parsed(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    private static boolean oddQuotes(CharSequence text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static @Nullable String decoded(String raw) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private @Nullable String raw() {
        try {
            return ahead.isEmpty() ? reader.readLine() : ahead.pollFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
