package vn.tthc.intake.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.A;
import vn.tthc.law.Level;

class FlowTest {
    private static final Agency DEPARTMENT =
            A.agency("68-STP@2025-07-01", "002", Level.TINH, "DEPARTMENT", A.REFORM, null);
    private static final List<Agency> LINEAGE = List.of(A.WARD, A.PROVINCE);

    private static Procedure procedure(Procedure.Step... steps) {
        Procedure p = A.procedure();
        return new Procedure(
                p.code(),
                p.version(),
                p.validFrom(),
                p.validTo(),
                p.name(),
                p.nameEn(),
                p.field(),
                p.fieldEn(),
                p.competentLevel(),
                p.channels(),
                p.term(),
                p.termByChannel(),
                p.areaUplift(),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(steps),
                null,
                p.returnWays(),
                "PROVINCE",
                List.of(),
                List.of());
    }

    private static Procedure.Step step(String id, Level level, String rule, String agency) {
        return new Procedure.Step(
                id, id, id, level, Role.CASE_OFFICER, rule, agency, 4, false, List.of(), FlowStep.Kind.WORK);
    }

    private static Flow flow(Procedure.Step... steps) {
        return Flow.of(
                procedure(steps),
                LINEAGE,
                id -> id.equals(DEPARTMENT.id()) ? Optional.of(DEPARTMENT) : Optional.empty());
    }

    @Test
    void competentIsTheAgencyItselfOrTheOneAboveItAtTheStepsLevel() {
        assertThat(flow(step("a", Level.XA, "COMPETENT", null), step("b", Level.TINH, "COMPETENT", null))
                        .steps())
                .extracting(step -> step.agency().id())
                .containsExactly(A.WARD.id(), A.PROVINCE.id());
    }

    @Test
    void parentIsStrictlyAbove() {
        assertThat(flow(step("a", Level.TINH, "PARENT", null)).steps())
                .extracting(step -> step.agency().id())
                .containsExactly(A.PROVINCE.id());
        assertThat(flow(step("a", Level.XA, "PARENT", null)).unresolved()).hasSize(1);
    }

    @Test
    void fixedIsTheAgencyNamed() {
        assertThat(flow(step("a", Level.TINH, "FIXED", DEPARTMENT.id())).steps())
                .extracting(step -> step.agency().id())
                .containsExactly(DEPARTMENT.id());
    }

    @Test
    void aLevelNobodyAboveStandsAtStaysUnresolved() {
        assertThat(flow(step("huyen", Level.HUYEN, "COMPETENT", null)).unresolved())
                .extracting(Procedure.Step::id)
                .containsExactly("huyen");
    }

    @Test
    void budgetsAreToldInMinutes() {
        assertThat(flow(step("a", Level.XA, "COMPETENT", null))
                        .steps()
                        .getFirst()
                        .budgetMinutes())
                .isEqualTo(240);
    }

    @Test
    void aChosenAgencyTakesEveryStepOfTheOneItReplaces() {
        Agency other = A.agency("24787@2025-07-01", "102", Level.XA, "UNIT", A.REFORM, null);

        Flow chosen = flow(
                        step("a", Level.XA, "COMPETENT", null),
                        step("b", Level.TINH, "FIXED", DEPARTMENT.id()),
                        step("c", Level.XA, "COMPETENT", null))
                .beginningAt(other);

        assertThat(chosen.steps())
                .extracting(step -> step.agency().id())
                .containsExactly(other.id(), DEPARTMENT.id(), other.id());
    }
}
