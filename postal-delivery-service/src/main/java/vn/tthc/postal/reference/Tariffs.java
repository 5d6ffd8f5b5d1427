package vn.tthc.postal.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The tariffs there were and are. */
@Component
public class Tariffs {
    private static final String RESOURCE = "/reference/tariffs.csv";
    private static final String HEADER = "version,validFrom,scope,upToGrams,dong,note";

    private final List<Tariff> newestFirst;

    @Autowired
    Tariffs() {
        this(Csv.read(RESOURCE, HEADER, Row::of));
    }

    Tariffs(List<Row> rows) {
        Map<String, List<Row>> versions = new LinkedHashMap<>();
        rows.forEach(row -> versions.computeIfAbsent(row.version(), version -> new ArrayList<>())
                .add(row));
        newestFirst = versions.values().stream()
                .map(Tariffs::tariff)
                .sorted(Comparator.comparing(Tariff::validFrom).reversed())
                .toList();
        if (newestFirst.stream().map(Tariff::validFrom).distinct().count() != newestFirst.size()) {
            throw new IllegalStateException("two tariffs begin on the same day");
        }
    }

    /** A line of the file. */
    record Row(String version, LocalDate validFrom, Tariff.Step step) {
        static Row of(List<String> row) {
            return new Row(
                    row.get(0),
                    LocalDate.parse(row.get(1)),
                    new Tariff.Step(
                            Tariff.Scope.valueOf(row.get(2)),
                            Integer.parseInt(row.get(3)),
                            Long.parseLong(row.get(4))));
        }
    }

    private static Tariff tariff(List<Row> rows) {
        Row first = rows.getFirst();
        List<Tariff.Step> steps = new ArrayList<>();
        for (Tariff.Scope scope : Tariff.Scope.values()) {
            int grams = 0;
            long dong = 0;
            for (Row row : rows) {
                Tariff.Step step = row.step();
                if (step.scope() == scope) {
                    if (step.upToGrams() <= grams
                            || step.dong() < dong
                            || !row.validFrom().equals(first.validFrom())) {
                        throw new IllegalStateException("tariff " + first.version() + " does not rise with the weight");
                    }
                    grams = step.upToGrams();
                    dong = step.dong();
                    steps.add(step);
                }
            }
            if (grams == 0) {
                throw new IllegalStateException("tariff " + first.version() + " has no steps for " + scope);
            }
        }
        return new Tariff(first.version(), first.validFrom(), steps);
    }

    /** The one in force on a day; empty before the first. */
    public Optional<Tariff> on(LocalDate day) {
        return newestFirst.stream()
                .filter(tariff -> !tariff.validFrom().isAfter(day))
                .findFirst();
    }
}
