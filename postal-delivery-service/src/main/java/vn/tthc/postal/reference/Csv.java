package vn.tthc.postal.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the service's own data files: a header, then rows of plain fields without quotes. */
public final class Csv {
    private Csv() {}

    /**
     * The rows of a resource.
     *
     * @param header the header it must have
     * @throws IllegalStateException when the file is missing or a line is not of that shape: the service does not start
     */
    public static <T> List<T> read(String resource, String header, Function<List<String>, T> row) {
        try (InputStream in = Csv.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return rows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), resource, header, row);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /**
     * The rows of a file of the installation's own.
     *
     * @throws IllegalStateException as for a resource
     */
    public static <T> List<T> file(Path file, String header, Function<List<String>, T> row) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return rows(lines, file.toString(), header, row);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static <T> List<T> rows(BufferedReader lines, String resource, String header, Function<List<String>, T> row)
            throws IOException {
        if (!header.equals(lines.readLine())) {
            throw new IllegalStateException(resource + " does not begin with " + header);
        }
        int columns = header.split(",", -1).length;
        List<T> rows = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            List<String> fields = List.of(line.split(",", -1));
            if (fields.size() != columns || line.contains("\"")) {
                throw new IllegalStateException(resource + " line " + number + " has not " + columns + " plain fields");
            }
            try {
                rows.add(row.apply(fields));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalStateException(resource + " line " + number + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(rows);
    }
}
