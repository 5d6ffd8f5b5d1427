package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.DEPARTMENT;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.step;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.clock.PauseReason;

/** What holds for every act on a case alike, whichever it is. */
class EveryActTest {
    static final Instant NOW = START.plusSeconds(60);
    static final CaseFile FILE = Flows.file(
            step("tham-dinh", Kind.WORK, COMMUNE),
            step("duyet", Kind.WORK, COMMUNE, "tham-dinh"),
            step("ky", Kind.SIGN, COMMUNE, "tham-dinh"),
            step("vao-so", Kind.NUMBER, COMMUNE),
            step("phat-hanh", Kind.ISSUE, COMMUNE));

    private static final SupplementRequest MISSING = new SupplementRequest(
            List.of(new SupplementRequest.Item("TP3", "Giấy tờ chứng minh", "Nộp bản sao")), "Thiếu", null);

    /** An act, where it may be done, by the agency that has the papers and the officer who has the step. */
    enum Act {
        ACCEPT(EveryActTest::opened, (at, agency, by) -> new CaseCommand.AcceptCustody(at, agency)),
        DECLINE(
                EveryActTest::opened,
                (at, agency, by) -> new CaseCommand.Decline(at, agency, "không thuộc thẩm quyền")),
        COMPLETE(
                EveryActTest::taken,
                (at, agency, by) -> new CaseCommand.CompleteStep(at, agency, by, "tham-dinh", null)),
        FORWARD(EveryActTest::done, (at, agency, by) -> new CaseCommand.Forward(at, agency, null, null)),
        SEND_BACK(
                EveryActTest::atApproval,
                (at, agency, by) -> new CaseCommand.SendBack(at, agency, "tham-dinh", "thiếu ý kiến")),
        CLAIM(EveryActTest::taken, (at, agency, by) -> new CaseCommand.Claim(at, agency, by)),
        ASSIGN(EveryActTest::taken, (at, agency, by) -> new CaseCommand.Assign(at, agency, "an", null, "phân công")),
        RELEASE(
                () -> taken().and(new CaseCommand.Claim(NOW, COMMUNE.id(), "an")),
                (at, agency, by) -> new CaseCommand.Release(at, agency, by, false, null)),
        DRAFT(EveryActTest::taken, (at, agency, by) -> new CaseCommand.Draft(at, agency, by, ResultKind.GRANTED)),
        SIGN(EveryActTest::atSigning, (at, agency, by) -> new CaseCommand.Sign(at, agency, by)),
        NUMBER(EveryActTest::atNumbering, (at, agency, by) -> new CaseCommand.GiveNumber(at, agency, by, "12/QĐ")),
        ISSUE(EveryActTest::atIssue, (at, agency, by) -> new CaseCommand.Issue(at, agency, by, null)),
        CORRECT(
                EveryActTest::atNumbering,
                (at, agency, by) -> new CaseCommand.Correct(at, agency, by, "ky", "Điều 36", "sai tên")),
        ASK_OPINION(
                EveryActTest::taken,
                (at, agency, by) -> new CaseCommand.AskOpinion(
                        at, agency, "o2", DEPARTMENT, "Có đúng quy hoạch không?", NOW.plusSeconds(7_200))),
        GIVE_OPINION(
                EveryActTest::asked,
                (at, agency, by) ->
                        new CaseCommand.GiveOpinion(at, DEPARTMENT.id(), "o1", CaseEvent.Stance.AGREES, "Đồng ý")),
        WITHDRAW_OPINION(
                EveryActTest::asked,
                (at, agency, by) -> new CaseCommand.WithdrawOpinion(at, agency, "o1", "đã có ý kiến khác")),
        ASK_SUPPLEMENT(
                EveryActTest::taken, (at, agency, by) -> new CaseCommand.AskSupplement(at, agency, MISSING, null)),
        ASK_OBLIGATION(
                EveryActTest::taken,
                (at, agency, by) -> new CaseCommand.AskObligation(at, agency, new Obligation("TB-1", 1_500_000L))),
        ASK_PAUSE(
                EveryActTest::taken,
                (at, agency, by) -> new CaseCommand.AskPause(at, agency, PauseReason.PUBLIC_POSTING, "Niêm yết")),
        END_PAUSE(
                EveryActTest::taken,
                (at, agency, by) -> new CaseCommand.EndPause(at, agency, PauseReason.PUBLIC_POSTING, null)),
        FINISH(
                () -> atIssue().and(new CaseCommand.Issue(NOW, COMMUNE.id(), "an", null)),
                (at, agency, by) -> new CaseCommand.Finish(at, agency, false));

        private final Supplier<Scenario> ready;
        private final Ask ask;

        Act(Supplier<Scenario> ready, Ask ask) {
            this.ready = ready;
            this.ask = ask;
        }
    }

    private interface Ask {
        CaseCommand by(Instant at, String agency, String officer);
    }

    static Scenario opened() {
        return given(new CaseEvent.Opened(START, FILE, false));
    }

    static Scenario taken() {
        return opened().and(new CaseCommand.AcceptCustody(NOW, COMMUNE.id()));
    }

    static Scenario done() {
        return taken().and(new CaseCommand.CompleteStep(NOW, COMMUNE.id(), "an", "tham-dinh", null));
    }

    private static Scenario forwarded(Scenario scenario) {
        return scenario.and(new CaseCommand.Forward(NOW, COMMUNE.id(), null, null));
    }

    static Scenario atApproval() {
        return forwarded(done());
    }

    static Scenario atSigning() {
        return forwarded(atApproval().and(new CaseCommand.CompleteStep(NOW, COMMUNE.id(), "an", "duyet", null)));
    }

    static Scenario atNumbering() {
        return forwarded(atSigning().and(new CaseCommand.Sign(NOW, COMMUNE.id(), "an")));
    }

    static Scenario atIssue() {
        return forwarded(atNumbering().and(new CaseCommand.GiveNumber(NOW, COMMUNE.id(), "an", "12/QĐ")));
    }

    static Scenario asked() {
        return taken().and(new CaseCommand.AskOpinion(
                NOW, COMMUNE.id(), "o1", DEPARTMENT, "Có đúng quy hoạch không?", NOW.plusSeconds(3_600)));
    }

    /** What the refusals below are worth something for: done in its place, it may be. */
    @ParameterizedTest
    @EnumSource
    void each_may_be_done_in_its_place(Act act) {
        assertThat(act.ready.get().events(act.ask.by(NOW, COMMUNE.id(), "an"))).isNotEmpty();
    }

    /** The end of processing is final: it is the end that is measured (Quyết định 766/QĐ-TTg, chỉ tiêu 2.1). */
    @ParameterizedTest
    @EnumSource
    void none_is_done_after_the_end(Act act) {
        Scenario finished = atIssue()
                .and(new CaseCommand.Issue(NOW, COMMUNE.id(), "an", null))
                .and(new CaseCommand.Finish(NOW, COMMUNE.id(), false));

        finished.when(act.ask.by(NOW, COMMUNE.id(), "an")).thenRefused(CaseProblem.CASE_FINISHED);
    }

    /** Mẫu 06: every hand-over has giao and nhận. Who was asked for an opinion gives it without having the papers. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GIVE_OPINION")
    void none_is_done_by_an_agency_that_has_not_the_papers(Act act) {
        act.ready.get().when(act.ask.by(NOW, MINISTRY.id(), "an")).thenRefused(CaseProblem.NOT_IN_CUSTODY);
    }

    /** Mẫu 06: history is never rewritten. An opinion that was told late is taken as of now. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GIVE_OPINION")
    void none_is_done_before_what_happened_last(Act act) {
        Scenario ready = act.ready.get();
        Instant before = ready.live().lastAt().minusMillis(1);

        ready.when(act.ask.by(before, COMMUNE.id(), "an")).thenRefused(CaseProblem.TIME_WENT_BACK);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "CLAIM", "RELEASE", "DRAFT", "SIGN", "NUMBER", "ISSUE"})
    void what_one_officer_has_another_does_not_do(Act act) {
        Scenario ready = act.ready.get();
        CaseCommand.Claim claim = new CaseCommand.Claim(NOW, COMMUNE.id(), "an");

        ready.and(claim).when(act.ask.by(NOW, COMMUNE.id(), "binh")).thenRefused(CaseProblem.ASSIGNED_TO_ANOTHER);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "ASK_OPINION", "SEND_BACK", "SIGN", "ASK_SUPPLEMENT", "ASK_OBLIGATION", "ASK_PAUSE"})
    void what_makes_the_decision_is_not_done_once_it_is_signed(Act act) {
        atNumbering().when(act.ask.by(NOW, COMMUNE.id(), "an")).thenRefused(CaseProblem.ALREADY_SIGNED);
    }
}
