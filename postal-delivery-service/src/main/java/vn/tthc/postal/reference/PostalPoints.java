package vn.tthc.postal.reference;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The postal points there are. */
@Component
public class PostalPoints {
    private static final String RESOURCE = "/reference/postal-points.csv";
    private static final String HEADER = "id,name,kind,unit,lat,lon,retentionDays,note";

    private final Map<String, PostalPoint> byId;

    @Autowired
    PostalPoints() {
        this(Csv.read(RESOURCE, HEADER, PostalPoints::point));
    }

    PostalPoints(List<PostalPoint> points) {
        byId = points.stream()
                .collect(Collectors.toMap(
                        PostalPoint::id,
                        Function.identity(),
                        (first, second) -> {
                            throw new IllegalStateException("two postal points are called " + first.id());
                        },
                        LinkedHashMap::new));
    }

    private static PostalPoint point(List<String> row) {
        return new PostalPoint(
                row.get(0),
                row.get(1),
                PostalPoint.Kind.valueOf(row.get(2)),
                row.get(3),
                Double.parseDouble(row.get(4)),
                Double.parseDouble(row.get(5)),
                Integer.parseInt(row.get(6)));
    }

    /** The point of that id. */
    public Optional<PostalPoint> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All points in the order of the file. */
    public List<PostalPoint> all() {
        return List.copyOf(byId.values());
    }

    /** Where everything passes through that has no point of its own. */
    public List<PostalPoint> centres() {
        return byId.values().stream()
                .filter(point -> point.kind() == PostalPoint.Kind.CENTRE)
                .toList();
    }

    /** The point that fetches what leaves from a unit or agency: its own, or the first centre. */
    public String fetching(String unit) {
        return ofUnit(unit).stream()
                .findFirst()
                .or(() -> centres().stream().findFirst())
                .map(PostalPoint::id)
                .orElseThrow();
    }

    /** The points of a unit, those that hand out identifiers first. */
    public List<PostalPoint> ofUnit(String unit) {
        return byId.values().stream()
                .filter(point -> point.unit().equals(unit))
                .sorted(Comparator.comparing(PostalPoint::kind))
                .toList();
    }
}
