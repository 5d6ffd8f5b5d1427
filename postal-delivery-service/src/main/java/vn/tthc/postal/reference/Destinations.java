package vn.tthc.postal.reference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Sealed;
import vn.tthc.postal.domain.ItemCommand.Destination;
import vn.tthc.postal.domain.Retention;

/** Says which office delivers in a unit, and how long it keeps what it could not deliver. */
@Component
public class Destinations {
    private final PostalPoints points;

    Destinations(PostalPoints points) {
        this.points = points;
    }

    /** A destination in a unit. */
    public Destination of(@Nullable String unit, @Nullable Sealed address) {
        Optional<PostalPoint> office = unit == null
                ? Optional.empty()
                : points.ofUnit(unit).stream()
                        .filter(point -> point.kind() == PostalPoint.Kind.DELIVERY_OFFICE)
                        .findFirst()
                        .or(() -> points.ofUnit(unit).stream().findFirst());
        return new Destination(
                unit,
                address,
                office.map(PostalPoint::id).orElse(null),
                office.map(PostalPoint::retentionDays).orElse(Retention.LONGEST_DAYS));
    }
}
