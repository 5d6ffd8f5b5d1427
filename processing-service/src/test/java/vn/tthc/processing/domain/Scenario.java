package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;

/** Given what happened, when something is asked, then this follows. */
final class Scenario {
    private CaseState state = CaseState.NONE;

    static Scenario given(CaseEvent... events) {
        Scenario scenario = new Scenario();
        for (CaseEvent event : events) {
            scenario.state = Case.evolve(scenario.state, event);
        }
        return scenario;
    }

    /** More history, made by a command that must hold. */
    Scenario and(CaseCommand command) {
        events(command).forEach(event -> state = Case.evolve(state, event));
        return this;
    }

    /** What has already been raised or told by itself. */
    Scenario and(CaseEvent event) {
        state = Case.evolve(state, event);
        return this;
    }

    CaseState.Live live() {
        return (CaseState.Live) state;
    }

    /** The moments the case waits for, by key. */
    Map<String, Instant> waitsFor() {
        Map<String, Instant> moments = new TreeMap<>();
        CaseTimers.of(state).forEach(moment -> moments.put(moment.key(), moment.due()));
        return moments;
    }

    /** Lets a moment the case waits for come, at that very moment. */
    List<CaseEvent> comes(String key) {
        Instant due = waitsFor().get(key);
        assertThat(due).as("it waits for %s", key).isNotNull();
        List<CaseEvent> events = events(new CaseCommand.TimeCame(due, key, due));
        events.forEach(event -> state = Case.evolve(state, event));
        return events;
    }

    List<CaseEvent> events(CaseCommand command) {
        Decision<CaseEvent> decision = Case.decide(state, command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<CaseEvent>) decision).events();
    }

    Then when(CaseCommand command) {
        return new Then(Case.decide(state, command));
    }

    CaseState state() {
        return state;
    }

    record Then(Decision<CaseEvent> decision) {
        void then(CaseEvent... events) {
            assertThat(decision).isEqualTo(Decision.accept(events));
        }

        void thenNothing() {
            assertThat(decision).isEqualTo(Decision.accept(List.of()));
        }

        Refusal thenRefused(CaseProblem why) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            Refusal refusal = ((Decision.Refused<CaseEvent>) decision).refusal();
            assertThat(refusal.code()).isEqualTo(why);
            return refusal;
        }
    }
}
