package vn.tthc.platform.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Role;

/** That nobody is left out: in the long form nowhere, in the short one only where others of the same role are asked. */
class AskingTest {
    private static final Row ROW = Row.parse("POST /api/v1/things | decides | CASE_OFFICER own | 200");
    private static final Thing COMMUNE = new Thing("xã", "1", "ward", "ward", "an");
    private static final Thing DISTRICT = new Thing("huyện cũ", "2", "old-district", "old-district", "an");

    private final List<Thing> things = List.of(COMMUNE, DISTRICT);
    private final List<Caller> callers =
            Callers.of(World.invented(), (account, agency, roles, forSomebodyElse) -> "token", things);

    @Test
    void every_official_and_inspector_is_there_of_every_agency_and_of_the_district_that_is_no_more() {
        for (Role role : Stream.concat(Caller.OFFICIALS.stream(), Stream.of(Role.INSPECTOR))
                .toList()) {
            assertThat(callers)
                    .filteredOn(caller -> caller.roles().equals(Set.of(role)) && caller.delegation() == null)
                    .extracting(Caller::agency)
                    .contains("ward", "other-ward", "old-ward", "old-district", "department", "province", "ministry");
        }
    }

    @Test
    void the_long_form_asks_as_everybody_about_everything() {
        Asking asking = new Asking(callers, things, Asking.LONG);

        for (int nth = 0; nth < 3; nth++) {
            assertThat(asking.at(ROW, nth)).isEqualTo(callers);
        }
        assertThat(callers).allMatch(caller -> things.stream().allMatch(thing -> asking.about(ROW, caller, thing)));
    }

    @Test
    void the_short_form_asks_as_all_whose_role_is_named_and_as_the_others_once_in_three_rows_about_one_thing() {
        Asking asking = new Asking(callers, things, Asking.SHORT);
        List<Caller> named =
                callers.stream().filter(caller -> !ROW.isStrange(caller)).toList();
        Set<Caller> asked = new HashSet<>();

        for (int nth = 0; nth < 3; nth++) {
            List<Caller> at = asking.at(ROW, nth);
            assertThat(at).containsAll(named);
            assertThat(at.size()).isLessThan(callers.size());
            asked.addAll(at);
        }

        assertThat(asked).containsExactlyInAnyOrderElementsOf(callers);
        assertThat(named).allMatch(caller -> asking.about(ROW, caller, COMMUNE) && asking.about(ROW, caller, DISTRICT));
        assertThat(callers)
                .filteredOn(ROW::isStrange)
                .allMatch(caller -> asking.about(ROW, caller, COMMUNE) != asking.about(ROW, caller, DISTRICT));
    }
}
