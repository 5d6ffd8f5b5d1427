package vn.tthc.postal.carriers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.reference.Csv;
import vn.tthc.postal.reference.PostalPoints;

/**
 * Which carrier gets the order of an item, by the commune of the citizen and what it carries. Data, not code: a row holds
 * from its day on until a later row for the same. The commune comes before the province, the province before everywhere,
 * and then what it carries before anything.
 */
@Component
class CarrierChoice {
    private static final String SHIPPED = "/reference/carrier-choice.csv";
    private static final String HEADER = "validFrom,to,purpose,carriers,source";
    private static final String ANY = "*";
    private static final String WITHIN = "WITHIN_PROVINCE";
    private static final String NOBODY = "-";
    private static final Pattern UNIT = Pattern.compile("[0-9]{5}@[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9-]*([|][a-z][a-z0-9-]*)*");

    private final List<Row> rows;
    private final PostalPoints points;

    @Autowired
    CarrierChoice(CarrierSettings settings, PostalPoints points) {
        this(
                settings.choice().isBlank()
                        ? Csv.read(SHIPPED, HEADER, CarrierChoice::row)
                        : Csv.file(Path.of(settings.choice()), HEADER, CarrierChoice::row),
                points);
    }

    CarrierChoice(List<Row> rows, PostalPoints points) {
        this.rows = List.copyOf(rows);
        this.points = points;
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> {
            if (!keys.add(row.from() + " " + row.to() + " " + row.purpose())) {
                throw new IllegalStateException(
                        "a carrier is chosen twice: " + row.from() + "," + row.to() + "," + row.purpose());
            }
        });
    }

    /**
     * A line.
     *
     * @param from first day it holds
     * @param to commune of the citizen, {@code WITHIN_PROVINCE} for all in which the post has a point, {@code *} for all
     * @param purpose what is carried, null for anything
     * @param carriers the first of these that is in use and takes orders; none for the post's own people
     */
    record Row(LocalDate from, String to, @Nullable Purpose purpose, List<String> carriers) {
        private boolean sameKind(Row other) {
            return to.equals(other.to) && purpose == other.purpose;
        }

        private int precision() {
            int place = to.equals(ANY) ? 0 : to.equals(WITHIN) ? 1 : 2;
            return 2 * place + (purpose == null ? 0 : 1);
        }
    }

    static Row row(List<String> line) {
        String to = line.get(1);
        String purpose = line.get(2);
        String carriers = line.get(3);
        if (!to.equals(ANY) && !to.equals(WITHIN) && !UNIT.matcher(to).matches()) {
            throw new IllegalArgumentException("to is a unit such as 24781@2025-07-01, " + WITHIN + " or " + ANY);
        }
        if (!carriers.equals(NOBODY) && !NAMES.matcher(carriers).matches()) {
            throw new IllegalArgumentException("carriers are names with | between them, or " + NOBODY);
        }
        if (purpose.equals(Purpose.INBOUND_DOSSIER.name()) || purpose.equals(Purpose.SURRENDERED_PAPERS.name())) {
            throw new IllegalArgumentException("what a citizen gave to the post is with it, and nobody fetches it");
        }
        if (line.get(4).isBlank()) {
            throw new IllegalArgumentException("a choice has a source, or says that it has none");
        }
        return new Row(
                LocalDate.parse(line.get(0)),
                to,
                purpose.equals(ANY) ? null : Purpose.valueOf(purpose),
                carriers.equals(NOBODY) ? List.of() : List.of(carriers.split("[|]")));
    }

    /** The carriers for an item on a day, the best first; none when the post's own people carry it. */
    List<String> on(LocalDate day, @Nullable String unit, Purpose purpose) {
        return rows.stream()
                .filter(row -> !day.isBefore(row.from()))
                .filter(row -> row.purpose() == null || row.purpose() == purpose)
                .filter(row -> row.to().equals(ANY)
                        || row.to().equals(unit)
                        || (row.to().equals(WITHIN)
                                && unit != null
                                && !points.ofUnit(unit).isEmpty()))
                .max(Comparator.comparingInt(Row::precision).thenComparing(Row::from))
                .map(Row::carriers)
                .orElse(List.of());
    }

    /**
     * Checks it against the carriers there are.
     *
     * @param known every carrier that could be used
     * @param taking those in use that take orders
     * @throws IllegalStateException when a row names a carrier nobody knows; or one that holds, or will, leaves items to
     *     carriers of which none takes orders
     */
    void check(LocalDate today, Set<String> known, Set<String> taking) {
        for (Row row : rows) {
            Optional<String> unknown = row.carriers().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst();
            if (unknown.isPresent()) {
                throw new IllegalStateException("A carrier is chosen that tthc.carriers.known does not know: "
                        + unknown.get() + " (" + row.from() + "," + row.to() + ").");
            }
            boolean over = rows.stream()
                    .anyMatch(other -> other.sameKind(row)
                            && other.from().isAfter(row.from())
                            && !other.from().isAfter(today));
            if (!taking.isEmpty()
                    && !over
                    && !row.carriers().isEmpty()
                    && row.carriers().stream().noneMatch(taking::contains)) {
                throw new IllegalStateException("None of the carriers chosen from " + row.from() + " for " + row.to()
                        + " is in use and takes orders: " + row.carriers() + ".");
            }
        }
    }
}
