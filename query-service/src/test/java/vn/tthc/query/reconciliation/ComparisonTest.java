package vn.tthc.query.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.tthc.query.reconciliation.Comparison.Ours;
import vn.tthc.query.reconciliation.Comparison.Theirs;
import vn.tthc.query.reconciliation.Comparison.Why;

class ComparisonTest {
    private static final Instant FILED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-03-03T01:00:00Z");
    private static final Instant TAKEN = Instant.parse("2026-03-04T01:30:00Z");

    private static Ours ours(String code, int status) {
        return new Ours("id-" + code, code, null, status, FILED, CHANGED, false);
    }

    private static Comparison compare(List<Ours> here, Theirs... there) {
        return Comparison.of(
                here,
                List.of(there),
                code -> here.stream()
                        .filter(dossier -> code.equals(dossier.code()))
                        .toList(),
                TAKEN);
    }

    @Test
    void another_status_is_named_with_both_and_how_long_the_portal_has_had_to_follow() {
        Comparison compared = compare(List.of(ours("a", 4), ours("b", 9)), new Theirs("a", 4), new Theirs("b", 4));

        assertThat(compared.agreeing()).isEqualTo(1);
        assertThat(compared.different())
                .containsExactly(new Comparison.Different("id-b", "b", 4, 9, CHANGED, 24 * 60 + 30, false, false));
        assertThat(compared.missing()).isEmpty();
        assertThat(compared.unexpected()).isEmpty();
    }

    @Test
    void what_changed_after_the_list_was_made_says_so() {
        Instant later = TAKEN.plusSeconds(1);
        Ours moved = new Ours("id", "a", null, 9, FILED, later, true);

        assertThat(compare(List.of(moved), new Theirs("a", 4)).different())
                .containsExactly(new Comparison.Different("id", "a", 4, 9, later, 0, true, true));
    }

    @Test
    void what_the_list_does_not_have_is_missing_since_it_was_filed() {
        assertThat(compare(List.of(ours("a", 2))).missing())
                .containsExactly(new Comparison.Missing("id-a", "a", null, 2, 2 * 24 * 60 + 30));
    }

    @Test
    void entries_of_no_dossier_of_several_or_of_one_named_before_are_unexpected() {
        List<Ours> here =
                List.of(ours("a", 2), ours("twice", 2), new Ours("other", "twice", null, 2, FILED, CHANGED, false));
        Comparison compared =
                compare(here, new Theirs("nothing", 1), new Theirs("twice", 2), new Theirs("a", 2), new Theirs("a", 2));

        assertThat(compared.unexpected())
                .extracting(Comparison.Unexpected::why)
                .containsExactly(Why.NOT_HERE, Why.SEVERAL_HERE, Why.NAMED_TWICE);
        assertThat(compared.missing()).extracting(Comparison.Missing::dossierId).containsExactly("id-twice", "other");
    }

    /** Invariant 9 of the domain. */
    @Property
    void for_each_dossier_the_local_status_is_the_portals_or_there_is_an_open_difference_with_its_age(
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Ours> here = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> ours("c" + i, 1 + random.nextInt(10)))
                .toList();
        List<Theirs> there = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            if (random.nextInt(3) > 0) {
                there.add(new Theirs("c" + random.nextInt(25), 1 + random.nextInt(10)));
            }
        }

        Comparison compared = compare(here, there.toArray(Theirs[]::new));

        Set<String> open = new HashSet<>();
        Stream.concat(
                        compared.different().stream().map(Comparison.Different::dossierId),
                        compared.missing().stream().map(Comparison.Missing::dossierId))
                .forEach(id -> assertThat(open.add(id)).as("once").isTrue());
        for (Ours dossier : here) {
            boolean same = there.stream()
                    .filter(entry -> entry.code().equals(dossier.code()))
                    .findFirst()
                    .filter(entry -> entry.status() == dossier.status())
                    .isPresent();
            assertThat(open.contains(dossier.id())).isEqualTo(!same);
        }
        assertThat(compared.different())
                .allSatisfy(each -> assertThat(each.openMinutes()).isEqualTo(24 * 60 + 30));
        assertThat(compared.missing())
                .allSatisfy(each -> assertThat(each.openMinutes()).isEqualTo(2 * 24 * 60 + 30));
        assertThat(compared.agreeing() + open.size()).isEqualTo(here.size());
        assertThat(compared.agreeing()
                        + compared.different().size()
                        + compared.unexpected().size())
                .isEqualTo(there.size());
    }
}
