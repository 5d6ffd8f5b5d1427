package vn.tthc.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The first cases of the demo log, with figures counted here and not by what is tested. */
record LogPart(Path file, Map<String, Integer> figures) {

    static LogPart of(int cases, Path file) throws IOException {
        Map<String, List<CSVRecord>> byCase = new LinkedHashMap<>();
        List<String> header;
        try (Reader reader = Files.newBufferedReader(Tthc.REPOSITORY.resolve("deploy/demo/wabo-receipt-log.csv"));
                CSVParser parser = CSVParser.parse(
                        reader,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
            header = parser.getHeaderNames();
            for (CSVRecord row : parser) {
                byCase.computeIfAbsent(row.get("case:concept:name"), id -> new ArrayList<>())
                        .add(row);
            }
        }
        List<List<CSVRecord>> part = byCase.values().stream().limit(cases).toList();
        try (Writer writer = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (List<CSVRecord> rows : part) {
                printer.printRecords(rows);
            }
        }
        return new LogPart(file, figures(part));
    }

    private static Map<String, Integer> figures(List<List<CSVRecord>> cases) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (List<CSVRecord> rows : cases) {
            CSVRecord first = rows.get(0);
            figures.merge("dossiers", 1, Integer::sum);
            figures.merge("recordedSteps", rows.size() - 1, Integer::sum);
            String end = first.get("case:enddate");
            figures.merge("open", end.isEmpty() ? 1 : 0, Integer::sum);
            figures.merge("finished", end.isEmpty() ? 0 : 1, Integer::sum);
            boolean late = !end.isEmpty() && moment(end).isAfter(moment(first.get("case:deadline")));
            figures.merge("late", late ? 1 : 0, Integer::sum);
            figures.merge("onTime", late || end.isEmpty() ? 0 : 1, Integer::sum);
        }
        return figures;
    }

    private static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T'));
    }
}
