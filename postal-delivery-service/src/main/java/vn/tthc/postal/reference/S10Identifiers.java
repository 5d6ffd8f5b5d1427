package vn.tthc.postal.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.tthc.law.post.S10;
import vn.tthc.platform.store.Sequences;

/** Hands out item identifiers, each once: from the range of a unit's own postal point, then from the reserve. */
@Component
public class S10Identifiers {
    private static final Logger LOG = LoggerFactory.getLogger(S10Identifiers.class);
    private static final String RESOURCE = "/reference/s10-ranges.csv";
    private static final String HEADER = "point,serviceIndicator,from,to,note";
    private static final String COUNTRY = "VN";

    private final PostalPoints points;
    private final List<S10Range> ranges;
    private final Sequences sequences;

    @Autowired
    S10Identifiers(PostalPoints points, Sequences sequences) {
        this(points, Csv.read(RESOURCE, HEADER, S10Identifiers::range), sequences);
    }

    S10Identifiers(PostalPoints points, List<S10Range> ranges, Sequences sequences) {
        this.points = points;
        this.ranges = List.copyOf(ranges);
        this.sequences = sequences;
        for (int i = 0; i < ranges.size(); i++) {
            check(ranges.get(i), ranges.subList(0, i));
        }
    }

    private void check(S10Range range, List<S10Range> earlier) {
        if (!range.point().equals(S10Range.RESERVE)
                && points.find(range.point()).isEmpty()) {
            throw new IllegalStateException("an identifier range belongs to the unknown point " + range.point());
        }
        if (earlier.stream().anyMatch(range::overlaps)) {
            throw new IllegalStateException("the identifier range of " + range.point() + " overlaps another");
        }
    }

    private static S10Range range(List<String> row) {
        return new S10Range(row.get(0), row.get(1), Integer.parseInt(row.get(2)), Integer.parseInt(row.get(3)));
    }

    /**
     * The next identifier for items that leave from a unit.
     *
     * @param unit the unit, or an agency that is none and so uses the reserve
     * @return empty when the unit's range and the reserve are both used up
     */
    public Optional<String> next(String unit) {
        Stream<S10Range> own = points.ofUnit(unit).stream().flatMap(point -> rangesOf(point.id()));
        return Stream.concat(own, rangesOf(S10Range.RESERVE))
                .map(this::next)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<S10Range> rangesOf(String point) {
        return ranges.stream().filter(range -> range.point().equals(point));
    }

    private Optional<String> next(S10Range range) {
        OptionalLong taken = sequences.take(range.sequence(), 1, range.size());
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        RangeUse use = new RangeUse(range, taken.getAsLong());
        if (use.isNews()) {
            LOG.warn("Item identifiers of {} from {} on: {} left", range.point(), range.from(), use.left());
        }
        long serial = range.from() + taken.getAsLong() - 1;
        return Optional.of(S10.of(range.serviceIndicator(), Math.toIntExact(serial), COUNTRY));
    }

    /** How far every range is used. */
    public List<RangeUse> use() {
        return ranges.stream()
                .map(range -> new RangeUse(range, Math.min(range.size(), sequences.last(range.sequence()))))
                .toList();
    }
}
