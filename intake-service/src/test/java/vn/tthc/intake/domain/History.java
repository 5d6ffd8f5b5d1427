package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;

/** What came of random acts on a dossier filed at the counter. */
record History(List<Step> steps) {
    private static final int ACTS = 40;

    /** An act, and how long after the one before it is asked for; negative where a clock went wrong. */
    record Asked(Act act, int seconds) {}

    /** A command and what came of it. */
    record Step(DossierState before, DossierCommand command, Decision<DossierEvent> decision, DossierState after) {
        List<DossierEvent> events() {
            return decision instanceof Decision.Accepted<DossierEvent>(List<DossierEvent> events) ? events : List.of();
        }

        boolean refused(DossierProblem problem) {
            return decision instanceof Decision.Refused<DossierEvent>(var refusal) && refusal.code() == problem;
        }
    }

    static Arbitrary<History> any() {
        return Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.integers().between(-2_000, 200_000))
                .as(Asked::new)
                .list()
                .ofSize(ACTS)
                .map(History::of);
    }

    private static History of(List<Asked> asked) {
        List<Step> steps = new ArrayList<>();
        DossierState state = Dossier.evolve(DossierState.NONE, A.submitted(ReturnWay.COUNTER));
        Instant now = A.FILED;
        for (Asked one : asked) {
            now = now.plusSeconds(one.seconds());
            DossierCommand command = one.act().command(now);
            Decision<DossierEvent> decision = Dossier.decide(state, command);
            Step step = new Step(state, command, decision, state);
            for (DossierEvent event : step.events()) {
                state = Dossier.evolve(state, event);
            }
            steps.add(new Step(step.before(), command, decision, state));
        }
        return new History(steps);
    }

    /** Its log, the filing first. */
    List<DossierEvent> log() {
        List<DossierEvent> log = new ArrayList<>(List.of(A.submitted(ReturnWay.COUNTER)));
        steps.forEach(step -> log.addAll(step.events()));
        return log;
    }

    DossierState end() {
        return steps.getLast().after();
    }
}
