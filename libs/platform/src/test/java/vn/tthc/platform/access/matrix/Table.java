package vn.tthc.platform.access.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may call what in a service: a text of lines that people read, and the matrix is compared with. */
public final class Table {
    private static final String AUDIENCES = "audiences:";

    private final List<Row> rows;
    private final Set<String> audiences = new TreeSet<>();

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the file of that name beside a class; {@code common.txt} of this package, for what every service has, too. */
    public static Table beside(Class<?> test, String name) {
        String common = World.text(Table.class, "common.txt");
        List<String> lines = (World.text(test, name) + "\n" + common)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Table table = new Table(lines.stream()
                .filter(line -> !line.startsWith(AUDIENCES))
                .map(Row::parse)
                .toList());
        lines.stream()
                .filter(line -> line.startsWith(AUDIENCES))
                .flatMap(line ->
                        Arrays.stream(line.substring(AUDIENCES.length()).strip().split("\\s+")))
                .forEach(table.audiences::add);
        return table;
    }

    /** Everybody the service is to be asked as: what one can be to a thing, in words. */
    public Set<String> audiences() {
        return audiences;
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
        return "## " + service + "\n\nAsked as: " + String.join(", ", audiences)
                + ".\n\n| endpoint | asked for | who |\n|---|---|---|\n"
                + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(Row row) {
        return "| `" + row.name() + "` | " + (row.of().equals("-") ? "" : row.of()) + " | " + row.words() + " |\n";
    }
}
