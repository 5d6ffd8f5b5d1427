package vn.tthc.postal.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The mail routes (đường thư) there are: each point lies on one, the centres they start from on none. */
@Component
public class Routes {
    private static final String RESOURCE = "/reference/postal-routes.csv";
    private static final String HEADER = "route,centre,stop,point,note";

    private final Map<String, Route> byPoint;

    @Autowired
    Routes(PostalPoints points) {
        this(points, Csv.read(RESOURCE, HEADER, Routes::route));
    }

    Routes(PostalPoints points, List<Route> routes) {
        routes.forEach(route -> {
            if (points.find(route.point()).isEmpty()
                    || points.find(route.centre()).isEmpty()) {
                throw new IllegalStateException("route " + route.route() + " has an unknown point");
            }
        });
        byPoint = routes.stream().collect(Collectors.toUnmodifiableMap(Route::point, Function.identity()));
    }

    private static Route route(List<String> row) {
        return new Route(row.get(0), row.get(1), Integer.parseInt(row.get(2)), row.get(3));
    }

    /** The route a point lies on; empty for a centre. */
    public Optional<Route> of(String point) {
        return Optional.ofNullable(byPoint.get(point));
    }
}
