package vn.tthc.local.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.tthc.local.Failure;

/**
 * An event log on disk. It is read twice: once to know where each case ends, once to hand the cases out, so that only
 * cases whose rows lie interleaved are held in memory together.
 */
final class EventLogFile {
    private final Path file;
    private final Map<String, Integer> lastLine = new HashMap<>();

    /**
     * Looks through a file.
     *
     * @throws Failure when it cannot be read or is no event log
     */
    EventLogFile(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new Failure(Failure.NO_INPUT, "there is no file " + file + ".");
        }
        rows(row -> lastLine.put(row.caseId(), row.line()), complaint -> {});
    }

    /** How many cases there are. */
    int cases() {
        return lastLine.size();
    }

    /** Hands out the cases, each when its last row has been read. */
    void read(Consumer<CasePlan> plans, Consumer<Complaint> complain) {
        Map<String, List<LogRow>> open = new HashMap<>();
        rows(
                row -> {
                    List<LogRow> rows = open.computeIfAbsent(row.caseId(), id -> new ArrayList<>());
                    rows.add(row);
                    if (lastLine.getOrDefault(row.caseId(), row.line()) == row.line()) {
                        open.remove(row.caseId());
                        CasePlan.of(rows, complain).ifPresent(plans);
                    }
                },
                complain);
    }

    private void rows(Consumer<LogRow> rows, Consumer<Complaint> complain) {
        try (CsvFile csv = new CsvFile(file)) {
            LogColumns columns = new LogColumns(csv.header());
            for (var line = csv.next(); line.isPresent(); line = csv.next()) {
                switch (line.get()) {
                    case CsvLine.Broken(int number, String why) -> complain.accept(Complaint.malformed(number, why));
                    case CsvLine.Values values -> {
                        switch (columns.read(values)) {
                            case LogColumns.Read.Row(LogRow row) -> rows.accept(row);
                            case LogColumns.Read.Unreadable(String why) ->
                                complain.accept(Complaint.malformed(values.number(), why));
                        }
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(Failure.NO_INPUT, "the file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
