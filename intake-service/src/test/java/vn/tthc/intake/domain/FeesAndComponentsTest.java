package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aReceivedDossier;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.FeeChannel;
import vn.tthc.contracts.dossier.DossierEvent.FeeDue;
import vn.tthc.contracts.dossier.DossierEvent.Paper;
import vn.tthc.contracts.reference.Procedure.Component;
import vn.tthc.intake.domain.FeeCommand.PayFee;
import vn.tthc.intake.domain.FeeCommand.WaiveFee;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

class FeesAndComponentsTest {
    private static final FeeDue FEE = new FeeDue("LP1", "Lệ phí", "Fee", 50_000);
    private static final List<Component> COMPONENTS = List.of(
            new Component("TP1", "Đơn", "Request", "ORIGINAL", 1, true),
            new Component("TP2", "Bản sao", "Copy", "COPY", 2, true),
            new Component("TP3", "Văn bản ủy quyền", "Power of attorney", "ORIGINAL", 1, false));

    private static DossierCommand.Receive reception(List<FeeDue> fees, @Nullable ComponentCheck check) {
        return new DossierCommand.Receive(
                A.RECEIVED,
                "H36.101-20260302-0000001",
                A.WARD.ref(),
                new Term(8, TermUnit.WORKING_DAY),
                A.DUE,
                false,
                "default-2026.2",
                fees,
                check);
    }

    private static Paper paper(String component, int count) {
        return new Paper(component, "COPY", count, false, false);
    }

    @Test
    void aCompleteDossierIsReceivedWithWhatWasCounted() {
        List<Paper> papers = List.of(paper("TP1", 1), paper("TP2", 2));
        aSubmittedDossier()
                .when(reception(List.of(), new ComponentCheck(papers, COMPONENTS)))
                .recorded(new DossierEvent.ComponentsChecked(A.RECEIVED, A.WARD.ref(), papers), A.received());
    }

    @Test
    void aDossierThatLacksARequiredPaperIsNotReceivedAndTheAnswerNamesIt() {
        Refusal refusal = aSubmittedDossier()
                .when(reception(List.of(), new ComponentCheck(List.of(paper("TP1", 1), paper("TP2", 1)), COMPONENTS)))
                .refused(DossierProblem.COMPONENTS_MISSING);
        assertThat(refusal.values()).containsEntry("missing", "Bản sao").containsEntry("missingEn", "Copy");
        aSubmittedDossier()
                .when(reception(List.of(), new ComponentCheck(List.of(paper("TP9", 1)), COMPONENTS)))
                .refused(DossierProblem.UNKNOWN_COMPONENT);
    }

    @Test
    void feesAreDueWithTheReceptionAndPaidOnceInFull() {
        GivenDossier owing = aSubmittedDossier().after(reception(List.of(FEE), null));
        PayFee pay = new PayFee(A.GIVEN, "LP1", 50_000, FeeChannel.COUNTER, "BL-1");
        owing.when(pay).recorded(new DossierEvent.FeePaid(A.GIVEN, "LP1", 50_000, FeeChannel.COUNTER, "BL-1"));
        owing.after(pay).when(pay).refused(DossierProblem.FEE_SETTLED);
        owing.after(pay).when(new WaiveFee(A.GIVEN, "LP1", "Hộ nghèo")).refused(DossierProblem.FEE_SETTLED);
        owing.when(new PayFee(A.GIVEN, "LP1", 40_000, FeeChannel.COUNTER, "BL-1"))
                .refused(DossierProblem.FEE_AMOUNT_DIFFERS);
        owing.when(new PayFee(A.GIVEN, "LP2", 50_000, FeeChannel.COUNTER, "BL-1"))
                .refused(DossierProblem.FEE_NOT_DUE);
        aReceivedDossier().when(pay).refused(DossierProblem.FEE_NOT_DUE);
    }

    @Test
    void aWaivedFeeKeepsItsGround() {
        DossierState state = aSubmittedDossier()
                .after(reception(List.of(FEE), null))
                .after(new WaiveFee(A.GIVEN, "LP1", "Hộ nghèo"))
                .state();
        assertThat(state.fees().get("LP1").waived()).isTrue();
        assertThat(state.fees().get("LP1").settlement()).isEqualTo("Hộ nghèo");
    }
}
