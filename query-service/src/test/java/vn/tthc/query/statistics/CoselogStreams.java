package vn.tthc.query.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.law.Channel;
import vn.tthc.law.Verdict;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.query.Agencies;
import vn.tthc.query.Received;

/** The streams that importing the demo log leaves behind, made straight from its rows by the rules of the import. */
final class CoselogStreams {
    static final AgencyRef ONE_STOP = Agencies.XA;
    private static final Path FILE = Path.of("..", "deploy", "demo", "wabo-receipt-log.csv");
    private static final String RECEPTION = "Confirmation of receipt";
    private static final Instant IMPORTED_AT = Instant.parse("2026-03-02T01:00:00Z");

    private CoselogStreams() {}

    /** For each case the stream of its dossier and the stream of its case. */
    static List<List<List<ReceivedEvent>>> read() throws IOException {
        List<List<String>> rows = Csv.rows(Files.readString(FILE, StandardCharsets.UTF_8));
        List<String> header = rows.getFirst();
        Map<String, List<Row>> cases = new LinkedHashMap<>();
        for (List<String> fields : rows.subList(1, rows.size())) {
            Row row = new Row(header, fields);
            cases.computeIfAbsent(row.get("case:concept:name"), name -> new ArrayList<>())
                    .add(row);
        }
        return cases.entrySet().stream()
                .map(each -> streams(each.getKey(), each.getValue()))
                .toList();
    }

    private record Row(List<String> header, List<String> fields) {
        String get(String column) {
            return fields.get(header.indexOf(column));
        }

        @Nullable
        Instant moment(String column) {
            String text = get(column);
            return text.isEmpty()
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
        }

        Instant at() {
            return java.util.Objects.requireNonNull(moment("time:timestamp"));
        }
    }

    private static List<List<ReceivedEvent>> streams(String name, List<Row> rows) {
        String id = Ids.uuid("import|coselog|" + name);
        Row reception = rows.stream()
                .filter(row -> row.get("concept:name").equals(RECEPTION))
                .findFirst()
                .orElseThrow();
        Instant receivedAt = reception.at();
        Instant dueAt = reception.moment("case:deadline");
        Instant endedAt = reception.moment("case:enddate");
        CaseFile file = new CaseFile(
                name,
                "COSELOG.RECEIPT@1",
                "Hồ sơ nhập từ nhật ký",
                "Imported log",
                channel(reception.get("case:channel")),
                "coselog",
                receivedAt,
                dueAt,
                ONE_STOP,
                List.of());
        return List.of(
                numbered(StreamId.dossier(id), dossier(name, file, endedAt)),
                numbered(StreamId.caseOf(id), work(file, rows, endedAt)));
    }

    private static Channel channel(String name) {
        return switch (name) {
            case "Internet", "e-mail" -> Channel.ONLINE;
            case "Desk", "Intern" -> Channel.COUNTER;
            case "Post" -> Channel.POST;
            default -> throw new IllegalArgumentException("no channel " + name);
        };
    }

    private static List<TthcEvent> dossier(String name, CaseFile file, @Nullable Instant endedAt) {
        List<TthcEvent> events = new ArrayList<>();
        events.add(new DossierEvent.Imported(
                IMPORTED_AT, "coselog", name, "hash", file, new Lookup("TC-" + name, "hash", 1)));
        Instant dueAt = file.dueAt();
        if (dueAt != null && dueAt.isBefore(file.receivedAt())) {
            events.add(new DossierEvent.AnomalyRecorded(IMPORTED_AT, DossierEvent.Anomaly.DEADLINE_BEFORE_RECEPTION));
        }
        if (endedAt != null) {
            events.add(
                    new DossierEvent.ProcessingEnded(endedAt, dueAt == null ? null : Verdict.of(endedAt, dueAt), null));
            if (endedAt.isBefore(file.receivedAt())) {
                events.add(new DossierEvent.AnomalyRecorded(endedAt, DossierEvent.Anomaly.ENDED_BEFORE_RECEPTION));
            }
        }
        return events;
    }

    /** Steps in the order of their times; a finish before some of them makes each of those an anomaly. */
    private static List<TthcEvent> work(CaseFile file, List<Row> rows, @Nullable Instant endedAt) {
        List<TthcEvent> events = new ArrayList<>();
        events.add(new CaseEvent.Opened(IMPORTED_AT, file, true));
        boolean finished = false;
        List<Row> steps = rows.stream()
                .filter(row -> !row.get("concept:name").equals(RECEPTION))
                .sorted(Comparator.comparing(Row::at))
                .toList();
        for (Row row : steps) {
            boolean after = endedAt != null && row.at().isAfter(endedAt);
            if (after && !finished) {
                events.add(new CaseEvent.Finished(endedAt, null, true));
                finished = true;
            }
            String record = row.get("concept:instance");
            events.add(new CaseEvent.StepRecorded(
                    row.at(),
                    record,
                    row.get("concept:name"),
                    null,
                    row.get("org:group"),
                    row.get("org:resource"),
                    "hash"));
            if (after) {
                events.add(new CaseEvent.AnomalyRecorded(row.at(), CaseEvent.Anomaly.STEP_AFTER_END, record));
            }
        }
        if (endedAt != null && !finished) {
            events.add(new CaseEvent.Finished(endedAt, null, true));
        }
        return events;
    }

    private static List<ReceivedEvent> numbered(StreamId stream, List<TthcEvent> events) {
        List<ReceivedEvent> received = new ArrayList<>();
        for (TthcEvent event : events) {
            received.add(Received.of(stream, received.size() + 1, event, "command"));
        }
        return received;
    }
}
