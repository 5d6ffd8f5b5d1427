package vn.tthc.local.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;

/** Understands the columns of an event log in the XES names. */
final class LogColumns {
    private static final String CASE = "case:concept:name";
    private static final String CHANNEL = "case:channel";
    private static final String DEADLINE = "case:deadline";
    private static final String END = "case:enddate";
    private static final String DEPARTMENT = "case:department";
    private static final String INSTANCE = "concept:instance";
    private static final String ACTIVITY = "concept:name";
    private static final String GROUP = "org:group";
    private static final String RESOURCE = "org:resource";
    private static final String AT = "time:timestamp";
    private static final List<String> NEEDED =
            List.of(CASE, CHANNEL, DEADLINE, END, INSTANCE, ACTIVITY, GROUP, RESOURCE, AT);
    private static final Map<String, String> CHANNELS = Map.of(
            "Internet", "ONLINE",
            "e-mail", "ONLINE",
            "Desk", "COUNTER",
            "Intern", "COUNTER",
            "Post", "POST");

    private final List<String> header;

    LogColumns(List<String> header) {
        this.header = header;
        List<String> missing =
                NEEDED.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new Failure(
                    Failure.NO_INPUT,
                    "this is no event log: the column " + String.join(", ", missing) + " is missing.");
        }
    }

    /** A row, or why it is none. */
    sealed interface Read {
        /** A row that makes sense. */
        record Row(LogRow row) implements Read {}

        /** One that does not. */
        record Unreadable(String why) implements Read {}
    }

    Read read(CsvLine.Values line) {
        try {
            return new Read.Row(new LogRow(
                    line.number(),
                    needed(line, CASE),
                    channel(needed(line, CHANNEL)),
                    moment(line, DEADLINE).orElse(null),
                    moment(line, END).orElse(null),
                    value(line, DEPARTMENT),
                    needed(line, INSTANCE),
                    needed(line, ACTIVITY),
                    known(value(line, GROUP)),
                    known(value(line, RESOURCE)),
                    moment(line, AT).orElseThrow(() -> new Unfit(AT + " is empty"))));
        } catch (Unfit e) {
            return new Read.Unreadable(e.why);
        }
    }

    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String why;

        Unfit(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }

    private String value(CsvLine.Values line, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : line.values().get(index).strip();
    }

    private String needed(CsvLine.Values line, String column) {
        String value = value(line, column);
        if (value.isEmpty()) {
            throw new Unfit(column + " is empty");
        }
        return value;
    }

    private static String channel(String value) {
        @Nullable String channel = CHANNELS.get(value);
        if (channel == null) {
            throw new Unfit(CHANNEL + " is '" + value + "', which is no known channel");
        }
        return channel;
    }

    /** The log writes EMPTY where nothing was known. */
    private static String known(String value) {
        return value.equals("EMPTY") ? "" : value;
    }

    private Optional<Instant> moment(CsvLine.Values line, String column) {
        String value = value(line, column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(value.replaceFirst(" ", "T")).toInstant());
        } catch (DateTimeException e) {
            throw new Unfit(column + " is '" + value + "', which is no moment with its offset");
        }
    }
}
