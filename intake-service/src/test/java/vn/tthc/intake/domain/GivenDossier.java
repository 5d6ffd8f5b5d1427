package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.law.Verdict;

/** A dossier with a past, ready for a command. */
final class GivenDossier {
    private final List<DossierEvent> past;

    private GivenDossier(List<DossierEvent> past) {
        this.past = past;
    }

    static GivenDossier noDossier() {
        return new GivenDossier(List.of());
    }

    static GivenDossier aSubmittedDossier() {
        return new GivenDossier(List.of(A.submitted(ReturnWay.COUNTER)));
    }

    static GivenDossier aDossierToReturnBy(ReturnWay way) {
        return new GivenDossier(List.of(A.submitted(way)));
    }

    static GivenDossier aReceivedDossier() {
        return aSubmittedDossier().and(A.received());
    }

    static GivenDossier anImportedDossier(Instant receivedAt, Instant dueAt) {
        return new GivenDossier(List.of(new DossierEvent.Imported(
                receivedAt, "coselog", "case-1", "hash-1", A.oldFile(receivedAt, dueAt), A.LOOKUP)));
    }

    GivenDossier received() {
        return and(A.received());
    }

    GivenDossier handedOver() {
        return and(A.handedOver());
    }

    GivenDossier inProcess() {
        return handedOver().and(A.started());
    }

    GivenDossier processedAt(Instant end) {
        return and(new DossierEvent.ProcessingEnded(end, Verdict.of(end, A.DUE), "12/QĐ"));
    }

    GivenDossier resultAccepted(Instant at, ReturnWay way) {
        return and(new DossierEvent.ResultAccepted(
                at, "12/QĐ", A.WARD.ref(), new ReturnWish(way, null, null), null, "H36.101-20260302-0000001"));
    }

    GivenDossier and(DossierEvent event) {
        List<DossierEvent> longer = new ArrayList<>(past);
        longer.add(event);
        return new GivenDossier(longer);
    }

    /** More history, made by a command that must hold. */
    GivenDossier after(DossierCommand command) {
        List<DossierEvent> longer = new ArrayList<>(past);
        Decision<DossierEvent> decision = Dossier.decide(state(), command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        longer.addAll(((Decision.Accepted<DossierEvent>) decision).events());
        return new GivenDossier(longer);
    }

    DossierState state() {
        return past.stream().reduce(DossierState.NONE, Dossier::evolve, (one, other) -> other);
    }

    List<DossierEvent> past() {
        return past;
    }

    Then when(DossierCommand command) {
        return new Then(this, Dossier.decide(state(), command));
    }

    /** What came of it. */
    record Then(GivenDossier before, Decision<DossierEvent> decision) {
        void nothingNew() {
            recorded();
        }

        void recorded(DossierEvent... events) {
            assertThat(decision).isEqualTo(Decision.accept(List.of(events)));
        }

        Refusal refused(DossierProblem problem) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            Refusal refusal = ((Decision.Refused<DossierEvent>) decision).refusal();
            assertThat(refusal.code()).isEqualTo(problem);
            return refusal;
        }

        DossierState state() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted<DossierEvent>) decision)
                    .events().stream().reduce(before.state(), Dossier::evolve, (one, other) -> other);
        }
    }
}
