package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.platform.testing.PublishedEvent;

/** Whatever was once published about a dossier still changes it today. */
class PublishedEventsTest {

    static List<PublishedEvent> examples() {
        return PublishedEvent.of(DossierEvent.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_published_revision_is_folded_and_moves_the_time_of_the_dossier(PublishedEvent example) {
        DossierState after = Dossier.evolve(DossierState.NONE, (DossierEvent) example.event());
        assertThat(after).isNotEqualTo(DossierState.NONE);
        assertThat(after.lastAt()).isEqualTo(example.event().occurredAt());
    }

    @Test
    void all_of_them_one_after_another_leave_a_dossier_with_its_filing_and_its_code() {
        DossierState state = DossierState.NONE;
        for (PublishedEvent example : examples()) {
            state = Dossier.evolve(state, (DossierEvent) example.event());
        }
        assertThat(state.filing()).isNotNull();
        assertThat(state.reception()).isNotNull();
        assertThat(state.lastAt()).isEqualTo(examples().getFirst().event().occurredAt());
    }
}
