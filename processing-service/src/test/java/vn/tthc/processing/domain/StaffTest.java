package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.operation.StaffEvent;

class StaffTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant FROM = NOW.plusSeconds(3600);
    private static final Instant TO = NOW.plusSeconds(7200);

    private static StaffCommand declare(Instant from, Instant to, String standIn) {
        return new StaffCommand.Declare(NOW, "x", "a", "here", from, to, standIn);
    }

    private static Staff after(StaffEvent... events) {
        Staff staff = Staff.PRESENT;
        for (StaffEvent event : events) {
            staff = Staff.evolve(staff, event);
        }
        return staff;
    }

    private static Staff away() {
        return after(new StaffEvent.AbsenceDeclared(NOW, "x", "a", "here", FROM, TO, "b"));
    }

    private static CaseProblem refused(Staff staff, StaffCommand command) {
        return (CaseProblem) ((Decision.Refused<StaffEvent>) Staff.decide(staff, command))
                .refusal()
                .code();
    }

    @Test
    void the_stand_in_stands_in_from_the_first_moment_until_the_officer_is_back() {
        assertThat(away().standIn(FROM.minusMillis(1), "here"::equals)).isEmpty();
        assertThat(away().standIn(FROM, "here"::equals)).contains("b");
        assertThat(away().standIn(TO, "here"::equals)).isEmpty();
        assertThat(Staff.evolve(away(), new StaffEvent.AbsenceEnded(NOW, "x", "a"))
                        .standIn(FROM, "here"::equals))
                .isEmpty();
    }

    @Test
    void an_absence_concerns_the_work_of_the_agency_it_was_declared_for() {
        assertThat(away().standIn(FROM, "elsewhere"::equals)).isEmpty();
        assertThat(Staff.decide(away(), new StaffCommand.Declare(NOW, "y", "a", "elsewhere", FROM, TO, "c")))
                .isEqualTo(Decision.accept(new StaffEvent.AbsenceDeclared(NOW, "y", "a", "elsewhere", FROM, TO, "c")));
    }

    @Test
    void an_absence_begins_once_and_not_too_early() {
        assertThat(Staff.decide(away(), new StaffCommand.Begin(NOW, "x"))).isEqualTo(Decision.accept());
        assertThat(Staff.decide(away(), new StaffCommand.Begin(FROM, "x")))
                .isEqualTo(Decision.accept(new StaffEvent.AbsenceBegun(FROM, "x", "a", "here", "b")));
        Staff begun = Staff.evolve(away(), new StaffEvent.AbsenceBegun(FROM, "x", "a", "here", "b"));
        assertThat(Staff.decide(begun, new StaffCommand.Begin(FROM, "x"))).isEqualTo(Decision.accept());
        assertThat(begun.toCome()).isEmpty();
        assertThat(begun.standIn(FROM, "here"::equals)).contains("b");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(refused(Staff.PRESENT, declare(TO, FROM, "b"))).isEqualTo(CaseProblem.ABSENCE_WITHOUT_TIME);
        assertThat(refused(Staff.PRESENT, declare(NOW.minusSeconds(9), NOW, "b")))
                .isEqualTo(CaseProblem.ABSENCE_WITHOUT_TIME);
        assertThat(refused(Staff.PRESENT, declare(FROM, TO, "a"))).isEqualTo(CaseProblem.STAND_IN_FOR_ONESELF);
        assertThat(refused(away(), declare(FROM, TO, "b"))).isEqualTo(CaseProblem.ABSENCE_OVERLAPS);
        assertThat(refused(Staff.PRESENT, new StaffCommand.End(NOW, "x"))).isEqualTo(CaseProblem.UNKNOWN_ABSENCE);
    }
}
