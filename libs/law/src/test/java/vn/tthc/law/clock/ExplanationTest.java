package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.law.clock.Vn.at;
import static vn.tthc.law.clock.Vn.days;
import static vn.tthc.law.clock.Vn.pause;
import static vn.tthc.law.clock.Vn.request;
import static vn.tthc.law.clock.Vn.workingDays;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

class ExplanationTest {
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();

    @Test
    void tellsEachDayOfTetAndUnderWhichDecision() {
        Deadline deadline = Deadlines.explain(request("13/02/2026 10:00", workingDays(3)), CALENDAR);
        assertThat(deadline.calendarVersion()).isEqualTo("default-2026.2");
        assertThat(deadline.explanation())
                .extracting(ExplanationLine::code)
                .containsExactly(
                        "START", "TERM", "COUNTED", "SKIPPED", "SKIPPED", "SKIPPED", "SKIPPED", "SKIPPED", "SKIPPED",
                        "SKIPPED", "SKIPPED", "SKIPPED", "COUNTED", "COUNTED", "COUNTED", "DUE");
        ExplanationLine tet = deadline.explanation().get(6);
        assertThat(tet.vi()).isEqualTo("Thứ Ba 17/02/2026: không tính, Tết Nguyên đán (mùng 1)");
        assertThat(tet.en()).isEqualTo("Tue 17/02/2026: not counted, Lunar New Year");
        assertThat(tet.ground()).isEqualTo("announced break 14/02-22/02/2026 (number unsourced)");
        assertThat(deadline.explanation().get(2).counted()).isEqualTo(Duration.ofHours(5));
        assertThat(deadline.explanation().getFirst().vi())
                .isEqualTo("Tiếp nhận trực tiếp lúc 10:00 Thứ Sáu 13/02/2026");
        assertThat(deadline.explanation().getLast().vi()).isEqualTo("Hạn trả kết quả: 10:00 Thứ Tư 25/02/2026");
    }

    @Test
    void tellsOfTheShiftToTheNextOpeningAndOfTheCutOff() {
        DeadlineRequest late = new DeadlineRequest(
                at("23/04/2027 15:01"), workingDays(1), Channel.ONLINE, List.of(), LocalTime.of(15, 0));
        assertThat(codes(late))
                .containsExactly("START", "TERM", "CUT_OFF", "COUNTED", "SKIPPED", "SKIPPED", "COUNTED", "DUE");
        DeadlineRequest weekend = new DeadlineRequest(
                at("24/04/2027 15:01"), workingDays(1), Channel.ONLINE, List.of(), LocalTime.of(15, 0));
        assertThat(codes(weekend))
                .containsExactly("START", "OPENING", "TERM", "SAME_DAY", "SKIPPED", "SKIPPED", "COUNTED", "DUE");
    }

    @Test
    void tellsOfPausesTheirGroundAndTheirOverlap() {
        Pause tax = pause("09/03/2026 07:00", "10/03/2026 17:00", PauseReason.TAX_DETERMINATION);
        Pause posting = pause("10/03/2026 07:00", "11/03/2026 11:30", PauseReason.PUBLIC_POSTING);
        Pause inside = pause("10/03/2026 08:00", "10/03/2026 09:00", PauseReason.APPRAISAL);
        List<ExplanationLine> lines = Deadlines.explain(
                        request("06/03/2026 07:00", workingDays(2), posting, inside, tax), CALENDAR)
                .explanation();
        assertThat(lines)
                .extracting(ExplanationLine::code)
                .containsExactly(
                        "START",
                        "TERM",
                        "COUNTED",
                        "SKIPPED",
                        "SKIPPED",
                        "PAUSE",
                        "PAUSED_DAY",
                        "PAUSE",
                        "PAUSE",
                        "PAUSED_DAY",
                        "COUNTED",
                        "COUNTED",
                        "DUE");
        assertThat(lines.get(5).counted()).isEqualTo(Duration.ofHours(16));
        assertThat(lines.get(5).ground()).contains("151/2025");
        assertThat(lines.get(7).counted()).isEqualTo(Duration.ofHours(4).plusMinutes(30));
        assertThat(lines.get(7).vi()).contains("kéo dài thêm 4 giờ 30 phút (chỉ tính từ 17:00 Thứ Ba 10/03/2026)");
        assertThat(lines.get(8).vi()).contains("không trừ hai lần");
    }

    @Test
    void tellsWhyACalendarTermMoved() {
        Deadline deadline = Deadlines.explain(request("10/02/2026 10:00", days(5)), CALENDAR);
        assertThat(deadline.explanation())
                .extracting(ExplanationLine::code)
                .containsExactly(
                        "START",
                        "TERM",
                        "TERM_END",
                        "SKIPPED",
                        "SKIPPED",
                        "SKIPPED",
                        "SKIPPED",
                        "SKIPPED",
                        "SKIPPED",
                        "SKIPPED",
                        "SKIPPED",
                        "MOVED",
                        "DUE");
    }

    @Test
    void aMakeUpDayIsNamed() {
        assertThat(Deadlines.explain(request("03/05/2024 10:00", workingDays(1)), CALENDAR)
                        .explanation())
                .anySatisfy(line -> {
                    assertThat(line.en()).contains("Worked in place of 29 April");
                    assertThat(line.ground()).isEqualTo("2450/VPCP-KGVX (12/04/2024)");
                });
    }

    @Test
    void aPauseThatBeganBeforeReceptionIsToldFirst() {
        Pause across = pause("01/03/2026 10:00", "05/03/2026 11:00", PauseReason.SUPPLEMENT);
        assertThat(codes(request("05/03/2026 10:00", workingDays(1), across)))
                .containsExactly("START", "TERM", "PAUSE", "COUNTED", "COUNTED", "DUE");
        Pause before = pause("01/03/2026 10:00", "05/03/2026 09:00", PauseReason.SUPPLEMENT);
        assertThat(codes(request("05/03/2026 10:00", workingDays(1), before)))
                .containsExactly("START", "TERM", "COUNTED", "COUNTED", "PAUSE_IGNORED", "DUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTER | 4  | HOUR        | Tiếp nhận trực tiếp             | Received at the counter | 4 giờ làm việc  | 4 working hour(s)",
                "ONLINE  | 3  | WORKING_DAY | Tiếp nhận trực tuyến            | Received online         | 3 ngày làm việc | 3 working day(s)",
                "POST    | 10 | DAY         | Tiếp nhận qua bưu chính công ích | Received by the public post | 10 ngày    | 10 calendar day(s)",
                "COUNTER | 2  | MONTH       | Tiếp nhận trực tiếp             | Received at the counter | 2 tháng         | 2 month(s)"
            })
    void tellsChannelAndTermInBothLanguages(
            Channel channel, int amount, TermUnit unit, String start, String startEn, String term, String termEn) {
        List<ExplanationLine> lines = Deadlines.explain(
                        new DeadlineRequest(at("05/03/2026 10:00"), new Term(amount, unit), channel, List.of(), null),
                        CALENDAR)
                .explanation();

        assertThat(lines.getFirst().vi()).startsWith(start + " lúc");
        assertThat(lines.getFirst().en()).startsWith(startEn + " at");
        assertThat(lines.get(1).vi()).contains(term);
        assertThat(lines.get(1).en()).contains(termEn);
    }

    @Test
    void tellsByHowMuchAPauseExtendsToTheSecond() {
        Pause pause = pause("06/03/2026 08:00", "06/03/2026 08:00:30", PauseReason.SUPPLEMENT);
        Pause night = pause("06/03/2026 18:00", "06/03/2026 19:00", PauseReason.APPRAISAL);

        List<ExplanationLine> lines = Deadlines.explain(
                        request("06/03/2026 07:00", workingDays(2), pause, night), CALENDAR)
                .explanation();

        assertThat(lines)
                .filteredOn(line -> line.code().equals("PAUSE"))
                .satisfiesExactly(
                        seconds -> {
                            assertThat(seconds.vi()).contains("30 giây");
                            assertThat(seconds.en()).contains("30 s");
                        },
                        nothing -> {
                            assertThat(nothing.vi()).contains("0 phút");
                            assertThat(nothing.en()).contains("0 min");
                        });
    }

    private static List<String> codes(DeadlineRequest request) {
        return Deadlines.explain(request, CALENDAR).explanation().stream()
                .map(ExplanationLine::code)
                .toList();
    }
}
