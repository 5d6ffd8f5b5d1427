package vn.tthc.local.replay;

import java.util.List;

/** A row of a file, or why it is none. */
sealed interface CsvLine {
    /** Its line, or the first of its lines. */
    int number();

    /** A row with as many values as the header. */
    record Values(int number, List<String> values) implements CsvLine {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** A line that cannot be read as a row. */
    record Broken(int number, String why) implements CsvLine {}
}
