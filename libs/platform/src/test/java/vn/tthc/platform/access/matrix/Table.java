package vn.tthc.platform.access.matrix;

import java.util.List;
import java.util.stream.Collectors;

/** Who may call what in a service: a text of lines that people read, and the matrix is compared with. */
public final class Table {
    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the file of that name beside a class; {@code common.txt} of this package, for what every service has, too. */
    public static Table beside(Class<?> test, String name) {
        String common = World.text(Table.class, "common.txt");
        return new Table((World.text(test, name) + "\n" + common)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::parse)
                .toList());
    }

    List<Row> rows() {
        return rows;
    }

    Row row(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the table has no row " + name));
    }

    /** The table as a section of the page that people read. */
    String page(String service) {
        return "## " + service + "\n\n| endpoint | asked for | who |\n|---|---|---|\n"
                + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(Row row) {
        return "| `" + row.name() + "` | " + (row.of().equals("-") ? "" : row.of()) + " | " + row.words() + " |\n";
    }
}
