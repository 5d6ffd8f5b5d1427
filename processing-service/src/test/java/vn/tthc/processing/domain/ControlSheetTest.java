package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.processing.domain.ControlSheet.Leg;
import vn.tthc.processing.domain.ControlSheet.Outcome;
import vn.tthc.processing.domain.ControlSheet.Pace;

class ControlSheetTest {
    private static final CaseFile FILE = Flows.file(
            Flows.step("a", Kind.WORK, Flows.COMMUNE),
            Flows.step("b", Kind.WORK, Flows.DEPARTMENT, "a"),
            Flows.step("c", Kind.ISSUE, Flows.DEPARTMENT));

    /** Minutes after 08:00 on a working Monday; the commune has 120 of them for its step. */
    private static Instant at(int minutes) {
        return Flows.START.plusSeconds(60L * minutes);
    }

    private static final CaseEvent OPENED = new CaseEvent.Opened(at(0), FILE, false);
    private static final CaseEvent TAKEN = new CaseEvent.CustodyAccepted(at(10), "a", Flows.COMMUNE, true);

    private static CaseEvent done(int minutes) {
        return new CaseEvent.StepCompleted(at(minutes), "a", Flows.COMMUNE, null);
    }

    private static CaseEvent given(int minutes) {
        return new CaseEvent.Forwarded(at(minutes), "a", "b", Flows.COMMUNE, Flows.DEPARTMENT);
    }

    private static Leg second(CaseEvent... events) {
        return ControlSheet.of(List.of(events)).get(1);
    }

    @Test
    void each_hand_over_has_its_giver_its_taker_and_both_moments() {
        List<Leg> legs = ControlSheet.of(List.of(
                OPENED,
                TAKEN,
                done(20),
                given(30),
                new CaseEvent.CustodyAccepted(at(45), "b", Flows.DEPARTMENT, false)));

        assertThat(legs)
                .containsExactly(
                        new Leg(
                                Flows.ONE_STOP.name(),
                                Flows.COMMUNE.name(),
                                "Bước a",
                                at(0),
                                at(10),
                                Outcome.TAKEN,
                                null,
                                null),
                        new Leg(
                                Flows.COMMUNE.name(),
                                Flows.DEPARTMENT.name(),
                                "Bước b",
                                at(30),
                                at(45),
                                Outcome.TAKEN,
                                Pace.EARLY,
                                null));
    }

    @Test
    void the_work_is_measured_until_it_is_done_and_to_the_instant() {
        assertThat(second(OPENED, TAKEN, done(129), given(500)).pace()).isEqualTo(Pace.EARLY);
        assertThat(second(OPENED, TAKEN, done(130), given(500)).pace()).isEqualTo(Pace.ON_TIME);
        assertThat(second(OPENED, TAKEN, done(131), given(500)).pace()).isEqualTo(Pace.LATE);
    }

    @Test
    void while_the_clock_of_the_law_stands_still_nothing_is_judged() {
        CaseEvent stopped = new CaseEvent.ClockFollowed(at(20), false, null, null);
        assertThat(second(OPENED, TAKEN, stopped, done(600), given(600)).pace()).isNull();
    }

    @Test
    void what_was_declined_or_sent_back_stays_on_the_slip_with_its_reason() {
        List<Leg> legs = ControlSheet.of(List.of(
                OPENED,
                TAKEN,
                done(20),
                given(30),
                new CaseEvent.HandOverDeclined(at(40), "b", "a", Flows.DEPARTMENT, Flows.COMMUNE, "thiếu tờ 2"),
                given(50),
                new CaseEvent.CustodyAccepted(at(60), "b", Flows.DEPARTMENT, false),
                new CaseEvent.SentBack(at(70), "b", "a", Flows.DEPARTMENT, Flows.COMMUNE, "sai mẫu")));

        assertThat(legs).hasSize(4);
        assertThat(legs.get(1).outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(legs.get(1).settledAt()).isEqualTo(at(40));
        assertThat(legs.get(1).note()).isEqualTo("Không nhận: thiếu tờ 2");
        assertThat(legs.get(2).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(legs.get(3).outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(legs.get(3).settledAt()).isNull();
        assertThat(legs.get(3).note()).isEqualTo("Trả lại: sai mẫu");
    }

    @Test
    void a_move_within_an_agency_is_no_hand_over() {
        CaseFile inside =
                Flows.file(Flows.step("a", Kind.WORK, Flows.COMMUNE), Flows.step("b", Kind.ISSUE, Flows.COMMUNE));
        List<Leg> legs = ControlSheet.of(List.of(
                new CaseEvent.Opened(at(0), inside, false),
                TAKEN,
                done(20),
                new CaseEvent.Forwarded(at(30), "a", "b", Flows.COMMUNE, Flows.COMMUNE),
                new CaseEvent.ResultIssued(at(40), "b", Flows.COMMUNE, "12/QĐ"),
                new CaseEvent.Finished(at(50), "12/QĐ", false)));

        assertThat(legs).hasSize(2);
        assertThat(legs.get(1).to()).isEqualTo(Flows.ONE_STOP.name());
        assertThat(legs.get(1).outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(legs.get(1).note()).isEqualTo("Kết quả số 12/QĐ");
    }

    @Test
    void an_old_case_has_the_steps_that_were_told_of_it() {
        List<Leg> legs = ControlSheet.of(List.of(
                new CaseEvent.Opened(at(0), FILE, true),
                new CaseEvent.StepRecorded(at(5), "r1", "Thẩm định", null, "Phòng TNMT", null, "hash"),
                new CaseEvent.Finished(at(9), null, true)));

        assertThat(legs).singleElement().satisfies(leg -> {
            assertThat(leg.outcome()).isEqualTo(Outcome.RECORDED);
            assertThat(leg.from()).isEqualTo("Phòng TNMT");
            assertThat(leg.step()).isEqualTo("Thẩm định");
        });
    }

    @Test
    void every_hand_over_on_record_is_on_the_slip_in_its_order_and_nothing_else_is() {
        for (int seed = 0; seed < 200; seed++) {
            List<String> recorded = new ArrayList<>();
            List<CaseEvent> events = byChance(new Random(seed), recorded);
            assertThat(ControlSheet.of(events).stream().flatMap(ControlSheetTest::told))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(recorded);
        }
    }

    /** The papers go between commune and department; what of it is a giving or a taking is noted beside. */
    private static List<CaseEvent> byChance(Random chance, List<String> recorded) {
        List<CaseEvent> events = new ArrayList<>(List.of(OPENED));
        recorded.add("given " + at(0));
        boolean offered = true;
        boolean atDepartment = false;
        for (int minute = 1; minute < 30; minute++) {
            Instant now = at(minute);
            String step = atDepartment ? "b" : "a";
            AgencyRef here = atDepartment ? Flows.DEPARTMENT : Flows.COMMUNE;
            if (offered && atDepartment && chance.nextInt(4) == 0) {
                events.add(new CaseEvent.HandOverDeclined(now, "b", "a", here, Flows.COMMUNE, "thiếu tờ 2"));
                recorded.add("declined " + now);
                offered = false;
                atDepartment = false;
            } else if (offered) {
                events.add(new CaseEvent.CustodyAccepted(now, step, here, minute == 1));
                recorded.add("taken " + now);
                offered = false;
            } else if (chance.nextBoolean()) {
                events.add(
                        atDepartment
                                ? new CaseEvent.SentBack(now, "b", "a", here, Flows.COMMUNE, "sai mẫu")
                                : new CaseEvent.Forwarded(now, "a", "b", here, Flows.DEPARTMENT));
                recorded.add("given " + now);
                offered = true;
                atDepartment = !atDepartment;
            } else {
                events.add(new CaseEvent.ClockFollowed(now, chance.nextBoolean(), null, null));
            }
        }
        return events;
    }

    private static Stream<String> told(Leg leg) {
        String given = "given " + leg.givenAt();
        return switch (leg.outcome()) {
            case OFFERED -> Stream.of(given);
            case TAKEN -> Stream.of(given, "taken " + leg.settledAt());
            case DECLINED -> Stream.of(given, "declined " + leg.settledAt());
            case RECORDED, FINISHED -> Stream.of("no hand-over of this case");
        };
    }
}
