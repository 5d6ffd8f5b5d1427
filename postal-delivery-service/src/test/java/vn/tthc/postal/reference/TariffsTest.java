package vn.tthc.postal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.postal.reference.Tariff.Scope;

class TariffsTest {
    private static Tariffs.Row row(String version, String from, Scope scope, int grams, long dong) {
        return new Tariffs.Row(version, LocalDate.parse(from), new Tariff.Step(scope, grams, dong));
    }

    @Test
    void the_tariff_of_the_day_counts_and_a_weight_takes_the_first_step_that_holds_it() {
        Tariffs tariffs = new Tariffs(List.of(
                row("a", "2020-01-01", Scope.WITHIN_PROVINCE, 100, 10),
                row("a", "2020-01-01", Scope.WITHIN_PROVINCE, 200, 20),
                row("a", "2020-01-01", Scope.BETWEEN_PROVINCES, 100, 30),
                row("b", "2026-01-01", Scope.WITHIN_PROVINCE, 100, 11),
                row("b", "2026-01-01", Scope.BETWEEN_PROVINCES, 100, 33)));

        assertThat(tariffs.on(LocalDate.of(2019, 12, 31))).isEmpty();
        Tariff before = tariffs.on(LocalDate.of(2025, 12, 31)).orElseThrow();
        assertThat(before.dong(Scope.WITHIN_PROVINCE, 100)).hasValue(10);
        assertThat(before.dong(Scope.WITHIN_PROVINCE, 101)).hasValue(20);
        assertThat(before.dong(Scope.WITHIN_PROVINCE, 201)).isEmpty();
        assertThat(tariffs.on(LocalDate.of(2026, 1, 1)).orElseThrow().dong(Scope.BETWEEN_PROVINCES, 1))
                .hasValue(33);
    }

    @Test
    void a_tariff_that_falls_with_the_weight_or_knows_one_scope_only_stops_the_service_from_starting() {
        assertThatThrownBy(() -> new Tariffs(List.of(row("a", "2020-01-01", Scope.WITHIN_PROVINCE, 100, 10))))
                .hasMessageContaining("no steps");
        assertThatThrownBy(() -> new Tariffs(List.of(
                        row("a", "2020-01-01", Scope.WITHIN_PROVINCE, 100, 10),
                        row("a", "2020-01-01", Scope.WITHIN_PROVINCE, 200, 9),
                        row("a", "2020-01-01", Scope.BETWEEN_PROVINCES, 100, 10))))
                .hasMessageContaining("does not rise");
        assertThatThrownBy(() -> new Tariffs(List.of(
                        row("a", "2020-01-01", Scope.WITHIN_PROVINCE, 100, 10),
                        row("a", "2020-01-01", Scope.BETWEEN_PROVINCES, 100, 10),
                        row("b", "2020-01-01", Scope.WITHIN_PROVINCE, 100, 10),
                        row("b", "2020-01-01", Scope.BETWEEN_PROVINCES, 100, 10))))
                .hasMessageContaining("same day");
    }

    @Test
    void the_shipped_tariff_knows_what_the_circular_says_up_to_a_hundred_grams() {
        Tariff shipped = new Tariffs().on(LocalDate.of(2026, 3, 2)).orElseThrow();

        assertThat(shipped.dong(Scope.WITHIN_PROVINCE, 100)).hasValue(30_000);
        assertThat(shipped.dong(Scope.BETWEEN_PROVINCES, 100)).hasValue(31_500);
    }

    @Test
    void every_shipped_point_but_the_centres_lies_on_one_route_that_starts_at_a_centre() {
        PostalPoints points = new PostalPoints();
        Routes routes = new Routes(points);

        for (PostalPoint point : points.all()) {
            boolean centre = point.kind() == PostalPoint.Kind.CENTRE;
            assertThat(routes.of(point.id()).isPresent()).as(point.id()).isNotEqualTo(centre);
            routes.of(point.id())
                    .ifPresent(route -> assertThat(points.centres())
                            .extracting(PostalPoint::id)
                            .contains(route.centre()));
        }
        assertThatThrownBy(() -> new Routes(points, List.of(new Route("R", "LDG-0001", 1, "LDG-9999"))))
                .hasMessageContaining("unknown point");
    }
}
