package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.testing.PublishedEvent;

/** Whatever was once published about a case still changes it today. */
class PublishedEventsTest {

    static List<PublishedEvent> examples() {
        return PublishedEvent.of(CaseEvent.class);
    }

    static List<PublishedEvent> openings() {
        return examples().stream()
                .filter(example -> example.event() instanceof CaseEvent.Opened)
                .toList();
    }

    static List<PublishedEvent> others() {
        return examples().stream()
                .filter(example -> !(example.event() instanceof CaseEvent.Opened
                        || example.event() instanceof CaseEvent.HandOverRefused
                        || example.event() instanceof CaseEvent.HandOverDeclined))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("openings")
    void every_published_opening_opens_a_case(PublishedEvent example) {
        assertThat(Case.evolve(CaseState.NONE, (CaseEvent) example.event())).isInstanceOf(CaseState.Opened.class);
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_published_revision_of_the_rest_is_folded_into_an_open_case(PublishedEvent example) {
        CaseState open =
                Case.evolve(CaseState.NONE, (CaseEvent) openings().getFirst().event());
        if (example.event() instanceof CaseEvent.OpinionGiven
                || example.event() instanceof CaseEvent.OpinionWithdrawn) {
            open = Case.evolve(open, asked());
        }
        CaseState after = Case.evolve(open, (CaseEvent) example.event());
        assertThat(after).isInstanceOf(CaseState.Opened.class);
        boolean alwaysTells = switch ((CaseEvent) example.event()) {
            case CaseEvent.CustodyAccepted e -> true;
            case CaseEvent.StepCompleted e -> true;
            case CaseEvent.StepRecorded e -> true;
            case CaseEvent.ResultSigned e -> true;
            case CaseEvent.ResultIssued e -> true;
            case CaseEvent.Finished e -> true;
            // The examples move to the step where the case already is, or end what has not begun.
            default -> false;
        };
        if (alwaysTells) {
            assertThat(after).isNotEqualTo(open);
        }
    }

    /** An answer belongs to a question; the examples have the same name for it. */
    private static CaseEvent asked() {
        return examples().stream()
                .map(PublishedEvent::event)
                .filter(event -> event instanceof CaseEvent.OpinionAsked)
                .map(CaseEvent.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** It gives the case back to who gave it, so it cannot come first. */
    @Test
    void a_declined_hand_over_without_a_giver_is_a_damaged_log() {
        CaseState open =
                Case.evolve(CaseState.NONE, (CaseEvent) openings().getFirst().event());
        CaseEvent declined = examples().stream()
                .map(PublishedEvent::event)
                .filter(event -> event instanceof CaseEvent.HandOverDeclined)
                .map(CaseEvent.class::cast)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> Case.evolve(open, declined)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_refused_hand_over_opens_nothing(PublishedEvent example) {
        if (example.event() instanceof CaseEvent.HandOverRefused refused) {
            assertThat(Case.evolve(CaseState.NONE, refused)).isEqualTo(CaseState.NONE);
        } else {
            assertThat(example.type()).isNotEqualTo("case.hand-over-refused");
        }
    }
}
