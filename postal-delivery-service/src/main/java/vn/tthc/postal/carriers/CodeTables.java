package vn.tthc.postal.carriers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.postal.reference.Csv;

/**
 * What carriers' codes mean here. Data, not code: a row holds from its day on until a later row of the same code, and an
 * event is read by the table of the day on which it happened. Each row names its source, or says that it has none.
 */
@Component
public class CodeTables {
    private static final String CODES = "/reference/carrier-codes.csv";
    private static final String CODES_HEADER = "table,validFrom,code,effect,meaning,source";
    private static final String REASONS = "/reference/carrier-reasons.csv";
    private static final String REASONS_HEADER = "table,validFrom,code,reason,meaning,source";

    private final List<Row<Effect>> codes;
    private final List<Row<Effect>> reasons;

    @Autowired
    CodeTables() {
        this(
                Csv.read(CODES, CODES_HEADER, line -> row(line, CodeTables::effect)),
                Csv.read(REASONS, REASONS_HEADER, line -> row(line, CodeTables::reason)));
    }

    CodeTables(List<Row<Effect>> codes, List<Row<Effect>> reasons) {
        this.codes = once(codes);
        this.reasons = once(reasons);
    }

    /** What follows from a code. */
    public sealed interface Effect {}

    /** A scan of that kind. */
    public record Scanned(ScanKind kind) implements Effect {}

    /** That legal reason. */
    public record Legal(FailureReason reason) implements Effect {}

    /** Nothing that would be recorded. */
    public record Nothing() implements Effect {}

    /** A person has to look at it. */
    public record Person() implements Effect {}

    /**
     * A line of a table.
     *
     * @param table whose code
     * @param from first day it holds
     * @param code the code
     * @param means what follows
     */
    record Row<T>(String table, LocalDate from, String code, T means) {
        private String key() {
            return table + " " + from + " " + code;
        }
    }

    private static Row<Effect> row(List<String> line, Function<String, Effect> effect) {
        if (line.get(4).isBlank() || line.get(5).isBlank()) {
            throw new IllegalArgumentException("a code has a meaning and a source, or says that it has none");
        }
        return new Row<>(line.get(0), LocalDate.parse(line.get(1)), line.get(2), effect.apply(line.get(3)));
    }

    private static Effect effect(String word) {
        return switch (word) {
            case "NONE" -> new Nothing();
            case "PERSON" -> new Person();
            default -> new Scanned(ScanKind.valueOf(word));
        };
    }

    private static Effect reason(String word) {
        return word.isEmpty() ? new Person() : new Legal(FailureReason.valueOf(word));
    }

    private static List<Row<Effect>> once(List<Row<Effect>> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> {
            if (!keys.add(row.key())) {
                throw new IllegalStateException("a carrier's code is there twice: " + row.key());
            }
        });
        return List.copyOf(rows);
    }

    /** The tables there are. */
    public Set<String> tables() {
        return codes.stream().map(Row::table).collect(Collectors.toUnmodifiableSet());
    }

    /** What a code meant at a moment; empty when nobody knows. */
    public Optional<Effect> code(String table, String code, Instant at) {
        return find(codes, table, code, at);
    }

    /** The legal reason beneath which a carrier's own reason falls; empty when nobody knows it, or it told none. */
    public Optional<Effect> reason(String table, @Nullable String code, Instant at) {
        return code == null ? Optional.empty() : find(reasons, table, code, at);
    }

    private static Optional<Effect> find(List<Row<Effect>> rows, String table, String code, Instant at) {
        LocalDate day = VietnamTime.date(at);
        return rows.stream()
                .filter(row -> row.table().equals(table) && row.code().equals(code) && !day.isBefore(row.from()))
                .reduce((first, second) -> second.from().isAfter(first.from()) ? second : first)
                .map(Row::means);
    }
}
