package vn.tthc.postal.items;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.reference.PostalPoint;
import vn.tthc.postal.reference.PostalPoints;

/** Whom access to an item is asked for: the one-stop it leaves from, and the postal points it has to do with. */
@Component
public class ItemSubjects {
    private final PostalPoints points;

    ItemSubjects(PostalPoints points) {
        this.points = points;
    }

    /**
     * Its one-stop, and the points it leaves from, is at, and goes to. What leaves from an agency that has no point of its
     * own is taken by the centres.
     */
    public Subject of(ItemState.Open item) {
        Set<String> concerned = new TreeSet<>();
        List<PostalPoint> from = points.ofUnit(item.item().from().id());
        (from.isEmpty() ? points.centres() : from).forEach(point -> concerned.add(point.id()));
        if (item.item().office() != null) {
            concerned.add(item.item().office());
        }
        if (item.givenAt() != null) {
            concerned.add(item.givenAt());
        }
        item.timeline().last().ifPresent(scan -> concerned.add(scan.point()));
        return Subject.of(item.item().from().id()).at(concerned);
    }

    /**
     * The same where it is scanned: at the centres, which sort for all, whatever comes; and wherever it was scanned or
     * addressed to before, for a device tells late and again what it saw.
     */
    public Subject scanned(ItemState.Open item) {
        Subject subject = of(item);
        Set<String> all = new TreeSet<>(subject.points());
        all.addAll(item.offices());
        item.scans().values().forEach(scan -> all.add(scan.point()));
        item.unbelieved().values().forEach(scan -> all.add(scan.point()));
        points.centres().forEach(point -> all.add(point.id()));
        return subject.at(all);
    }

    /**
     * Postal points: of those who work there, and of those who watch over the units they stand in. Of points that nobody
     * knows there is nobody but whoever is bound to no agency.
     */
    public Subject atPoints(Set<String> ids) {
        Set<String> units = ids.stream()
                .flatMap(id -> points.find(id).stream())
                .map(PostalPoint::unit)
                .collect(Collectors.toSet());
        return new Subject(units, null, units.isEmpty(), ids);
    }

    /**
     * A postal point that a list is asked for by its parameter {@code point}.
     *
     * @throws Problem 400 when there is none
     */
    public Subject atPoint(String point) {
        return points.find(point)
                .map(known -> Subject.of(known.unit()).at(Set.of(known.id())))
                .orElseThrow(() -> Problem.fields(List.of(FieldProblem.of(
                        "point",
                        FieldReason.UNKNOWN,
                        "Không có điểm bưu chính này.",
                        "There is no such postal point."))));
    }
}
