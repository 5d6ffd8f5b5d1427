package vn.tthc.postal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.tthc.law.post.S10;
import vn.tthc.platform.store.Sequences;

class S10IdentifiersTest {
    private static final String UNIT = "24781@2025-07-01";

    private final PostalPoints points = new PostalPoints(List.of(
            new PostalPoint("B", "Bưu cục", PostalPoint.Kind.POST_OFFICE, UNIT, 11.9, 108.4, 15),
            new PostalPoint("A", "Bưu điện", PostalPoint.Kind.CENTRE, UNIT, 11.9, 108.4, 15)));

    /** Numbers that are never given twice, as long as the test lasts. */
    private static final class Counting implements Sequences {
        private final Map<String, Long> last = new HashMap<>();

        @Override
        public OptionalLong take(String name, int count, long most) {
            if (last.getOrDefault(name, 0L) > most - count) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(last.merge(name, (long) count, Long::sum) - count + 1);
        }

        @Override
        public long last(String name) {
            return last.getOrDefault(name, 0L);
        }

        @Override
        public void follow(String name, String former) {
            last.merge(name, last.getOrDefault(former, 0L), Math::max);
        }
    }

    private S10Identifiers with(S10Range... ranges) {
        return new S10Identifiers(points, List.of(ranges), new Counting());
    }

    @Test
    void a_unit_is_served_from_its_own_ranges_then_from_the_reserve_and_then_not_at_all() {
        S10Identifiers identifiers = with(
                new S10Range(S10Range.RESERVE, "RL", 90_000_000, 90_000_000),
                new S10Range("B", "RL", 5_000, 5_000),
                new S10Range("A", "RL", 47_312_482, 47_312_483));

        assertThat(identifiers.next(UNIT)).contains("RL473124829VN");
        assertThat(identifiers.next(UNIT)).contains(S10.of("RL", 47_312_483, "VN"));
        assertThat(identifiers.next(UNIT)).contains(S10.of("RL", 5_000, "VN"));
        assertThat(identifiers.next(UNIT)).contains(S10.of("RL", 90_000_000, "VN"));
        assertThat(identifiers.next(UNIT)).isEmpty();
        assertThat(identifiers.next(UNIT)).isEmpty();
    }

    @Test
    void a_range_that_nears_its_end_says_so_and_one_that_is_used_up_gives_nothing_more() {
        S10Identifiers identifiers = with(
                new S10Range("A", "RL", 100, 119),
                new S10Range("B", "RL", 200, 200),
                new S10Range(S10Range.RESERVE, "RL", 300, 300));
        List<RangeUse.State> states = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            identifiers.next(UNIT);
            states.add(identifiers.use().getFirst().state());
        }

        assertThat(states.subList(0, 17)).containsOnly(RangeUse.State.OPEN);
        assertThat(states.subList(17, 20))
                .containsExactly(RangeUse.State.LOW, RangeUse.State.LOW, RangeUse.State.EXHAUSTED);
        assertThat(identifiers.next(UNIT)).contains(S10.of("RL", 200, "VN"));
        assertThat(identifiers.next(UNIT)).contains(S10.of("RL", 300, "VN"));
        for (int again = 0; again < 3; again++) {
            assertThat(identifiers.next(UNIT)).isEmpty();
        }
        assertThat(identifiers.use())
                .allSatisfy(use -> assertThat(use.left()).isZero())
                .allSatisfy(use -> assertThat(use.used()).isEqualTo(use.range().size()));
    }

    @Test
    void an_agency_without_a_postal_point_uses_the_reserve() {
        assertThat(with(new S10Range(S10Range.RESERVE, "RL", 7, 9), new S10Range("A", "RL", 10, 20))
                        .next("68-TTPVHCC@2025-07-01"))
                .contains(S10.of("RL", 7, "VN"));
    }

    @Test
    void ranges_that_overlap_or_belong_to_nobody_stop_the_service_from_starting() {
        assertThatThrownBy(() -> with(new S10Range("A", "RL", 1, 10), new S10Range("B", "RL", 10, 20)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("overlaps");
        assertThatThrownBy(() -> with(new S10Range("C", "RL", 1, 10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown point");
        assertThatThrownBy(() -> new S10Range("A", "R1", 1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new S10Range("A", "RL", 10, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new S10Range("A", "RL", 1, 100_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_shipped_points_and_ranges_serve_every_unit_that_has_a_point() {
        PostalPoints shipped = new PostalPoints();
        S10Identifiers identifiers = new S10Identifiers(shipped, new Counting());

        assertThat(shipped.all()).hasSizeGreaterThan(300);
        for (PostalPoint point : shipped.all()) {
            assertThat(identifiers.next(point.unit()).orElseThrow())
                    .as(point.id())
                    .satisfies(code -> assertThat(S10.valid(code)).isTrue())
                    .doesNotStartWith("RL9");
        }
    }

    @Test
    void a_data_file_of_another_shape_stops_the_service_from_starting() {
        assertThatThrownBy(() -> Csv.read("/reference/no-such.csv", "a", row -> row))
                .hasMessageContaining("no resource");
        assertThatThrownBy(() -> Csv.read("/reference/s10-ranges.csv", "a,b", row -> row))
                .hasMessageContaining("does not begin with");
        assertThatThrownBy(() -> Csv.read(
                        "/reference/s10-ranges.csv",
                        "point,serviceIndicator,from,to,note",
                        row -> Integer.parseInt(row.getFirst())))
                .hasMessageContaining("line 2");
    }
}
