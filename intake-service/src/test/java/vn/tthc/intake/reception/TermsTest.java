package vn.tthc.intake.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.A;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

class TermsTest {
    private static final Term EIGHT = new Term(8, TermUnit.WORKING_DAY);

    private static Procedure procedure(Term term, Map<Channel, Term> byChannel, Map<String, Integer> uplift) {
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
                term,
                byChannel,
                uplift,
                null,
                term == null,
                List.of(),
                List.of(),
                new ArrayList<>(),
                List.of(),
                null,
                p.returnWays(),
                "PROVINCE",
                List.of(),
                List.of());
    }

    @Test
    void aMountainousCommuneHasTenDaysMore() {
        Procedure land = procedure(EIGHT, Map.of(), Map.of("MOUNTAIN", 10));

        assertThat(Terms.of(land, Channel.COUNTER, "MOUNTAIN")).isEqualTo(new Term(18, TermUnit.WORKING_DAY));
        assertThat(Terms.of(land, Channel.COUNTER, "NORMAL")).isEqualTo(EIGHT);
    }

    @Test
    void aChannelMayHaveATermOfItsOwn() {
        Term fifteen = new Term(15, TermUnit.DAY);
        Procedure building = procedure(new Term(20, TermUnit.DAY), Map.of(Channel.COUNTER, fifteen), Map.of());

        assertThat(Terms.of(building, Channel.COUNTER, "NORMAL")).isEqualTo(fifteen);
        assertThat(Terms.of(building, Channel.ONLINE, "NORMAL")).isEqualTo(new Term(20, TermUnit.DAY));
    }

    @Test
    void aProcedureWithoutADueDateHasNoTerm() {
        assertThat(Terms.of(procedure(null, Map.of(), Map.of()), Channel.COUNTER, "NORMAL"))
                .isNull();
    }
}
