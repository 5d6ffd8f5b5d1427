package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;

class CodeBlockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String CODE = "H36.101-20260302-0000007";

    private static CodeBlockCommand.Reserve reserve(Agency agency) {
        return new CodeBlockCommand.Reserve(
                A.FILED, "block", agency.ref(), DAY, List.of(CODE, "H36.101-20260302-0000008"), "mất kết nối");
    }

    private static CodeBlockCommand.Use use(String code, Agency agency, String dossier) {
        return new CodeBlockCommand.Use(A.RECEIVED, code, agency.id(), dossier);
    }

    private static CodeBlock after(CodeBlock state, CodeBlockCommand command) {
        return ((Decision.Accepted<ReferenceEvent>) CodeBlock.decide(state, command))
                .events().stream().reduce(state, CodeBlock::evolve, (one, other) -> other);
    }

    private static ProblemCode refused(CodeBlock state, CodeBlockCommand command) {
        return ((Decision.Refused<ReferenceEvent>) CodeBlock.decide(state, command))
                .refusal()
                .code();
    }

    @Test
    void a_reserved_code_is_taken_by_one_dossier_however_often_that_one_asks() {
        CodeBlock reserved = after(CodeBlock.NONE, reserve(A.WARD));
        CodeBlock used = after(reserved, use(CODE, A.WARD, "dossier-1"));

        assertThat(CodeBlock.decide(reserved, use(CODE, A.WARD, "dossier-1")))
                .isEqualTo(Decision.accept(new ReferenceEvent.CodeUsed(A.RECEIVED, "block", CODE, "dossier-1")));
        assertThat(CodeBlock.decide(used, use(CODE, A.WARD, "dossier-1"))).isEqualTo(Decision.accept(List.of()));
        assertThat(refused(used, use(CODE, A.WARD, "dossier-2"))).isEqualTo(CodeProblem.CODE_ALREADY_USED);
        assertThat(after(used, use("H36.101-20260302-0000008", A.WARD, "dossier-2"))
                        .used())
                .hasSize(2);
    }

    @Test
    void only_what_was_set_aside_for_this_one_stop_is_taken() {
        CodeBlock reserved = after(CodeBlock.NONE, reserve(A.WARD));

        assertThat(refused(reserved, use("H36.101-20260302-0000009", A.WARD, "d")))
                .isEqualTo(CodeProblem.CODE_NOT_RESERVED);
        assertThat(refused(reserved, use(CODE, A.PROVINCE, "d"))).isEqualTo(CodeProblem.CODE_NOT_RESERVED);
        assertThat(refused(CodeBlock.NONE, use(CODE, A.WARD, "d"))).isEqualTo(CodeProblem.CODE_NOT_RESERVED);
    }

    @Test
    void codes_are_set_aside_once_and_for_an_agency_that_is_there_that_day() {
        assertThat(refused(after(CodeBlock.NONE, reserve(A.WARD)), reserve(A.WARD)))
                .isEqualTo(CodeProblem.CODES_ALREADY_RESERVED);
        assertThat(refused(CodeBlock.NONE, reserve(A.DISTRICT))).isEqualTo(DossierProblem.AGENCY_NOT_VALID);
    }
}
