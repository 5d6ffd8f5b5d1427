package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aReceivedDossier;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;
import static vn.tthc.intake.domain.GivenDossier.anImportedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.CorrectedFact;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.intake.domain.ClockCommand.Correct;
import vn.tthc.intake.domain.ClockCommand.Extend;
import vn.tthc.intake.domain.ClockCommand.MeetObligation;
import vn.tthc.intake.domain.ClockCommand.ReceiveSupplement;
import vn.tthc.intake.domain.ClockCommand.RequestObligation;
import vn.tthc.intake.domain.ClockCommand.RequestSupplement;
import vn.tthc.intake.domain.ClockCommand.ResumeClock;
import vn.tthc.intake.domain.ClockCommand.StopClock;
import vn.tthc.intake.domain.DossierCommand.RecordAsked;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingEnded;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingStarted;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.ExtensionRule;
import vn.tthc.law.clock.PauseReason;

class ClockTest {
    private static final Instant TUESDAY = Instant.parse("2026-03-03T02:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-03-05T02:00:00Z");
    private static final Instant TWO_WORKING_DAYS_LATER = Instant.parse("2026-03-16T02:00:00Z");
    private static final String CALENDAR = "default-2026.2";

    private static RequestSupplement ask(Instant at) {
        return new RequestSupplement(at, A.WARD.ref(), A.missing(), null, A.rules());
    }

    private static RequestSupplement askAgain(Instant at, Role role) {
        return new RequestSupplement(
                at, A.WARD.ref(), A.missing(), new SupplementLeave(role, "Giấy tờ mới phát sinh"), A.rules());
    }

    private static ReceiveSupplement supplied(Instant at) {
        return new ReceiveSupplement(at, A.WARD.ref(), A.rules());
    }

    private static StopClock posting(Instant at) {
        return new StopClock(at, A.WARD.ref(), PauseReason.PUBLIC_POSTING, "Niêm yết 15 ngày", A.rules());
    }

    private static ResumeClock posted(Instant at) {
        return new ResumeClock(at, A.WARD.ref(), PauseReason.PUBLIC_POSTING, null, A.rules());
    }

    @Test
    void aRequestForSupplementsStopsTheClockOnTheProceduresGround() {
        aReceivedDossier()
                .when(ask(TUESDAY))
                .recorded(new DossierEvent.SupplementRequested(
                        TUESDAY, 1, A.WARD.ref(), A.missing(), A.ground(PauseReason.SUPPLEMENT), true, null));
        DossierState state = aReceivedDossier().after(ask(TUESDAY)).state();
        assertThat(state.status()).isEqualTo(OfficialStatus.SUPPLEMENT_REQUESTED);
        assertThat(state.clock().paused()).isTrue();
        assertThat(state.clock().promisedAt()).isNull();
    }

    @Test
    void theSupplementsMoveTheDueDateByTheTimeThatWasWaited() {
        GivenDossier waiting = aReceivedDossier().after(ask(TUESDAY));
        waiting.when(supplied(THURSDAY))
                .recorded(new DossierEvent.SupplementReceived(
                        THURSDAY, A.WARD.ref(), new DueChange(A.DUE, TWO_WORKING_DAYS_LATER, CALENDAR)));
        DossierState state = waiting.after(supplied(THURSDAY)).state();
        assertThat(state.status()).isEqualTo(OfficialStatus.RECEIVED);
        assertThat(state.clock().dueAt()).isEqualTo(TWO_WORKING_DAYS_LATER);
    }

    @Test
    void afterTheSupplementsTheDossierIsWhatItHasBecomeMeanwhile() {
        GivenDossier taken = aReceivedDossier()
                .handedOver()
                .after(ask(TUESDAY))
                .after(new RecordProcessingStarted(TUESDAY, A.WARD.ref()));
        assertThat(taken.state().status()).isEqualTo(OfficialStatus.SUPPLEMENT_REQUESTED);
        assertThat(taken.after(supplied(THURSDAY)).state().status()).isEqualTo(OfficialStatus.IN_PROCESS);
    }

    @Test
    void supplementsAskedForBeforeReceptionStopNoClockAndAreTakenOnce() {
        GivenDossier guided = aSubmittedDossier().after(ask(A.RECEIVED));
        assertThat(guided.state().status()).isEqualTo(OfficialStatus.SUPPLEMENT_REQUESTED);
        assertThat(guided.state().clock()).isNull();
        guided.when(supplied(A.GIVEN))
                .recorded(new DossierEvent.SupplementReceived(A.GIVEN, A.WARD.ref(), DueChange.NONE));
        assertThat(guided.after(supplied(A.GIVEN)).state().status()).isEqualTo(OfficialStatus.REGISTERED);
        guided.after(supplied(A.GIVEN)).when(ask(A.STARTED)).refused(DossierProblem.SUPPLEMENT_ALREADY_REQUESTED);
    }

    @Test
    void receptionIsRefusedThoughTheSupplementsNeverCame() {
        DossierState state = aSubmittedDossier()
                .after(ask(A.RECEIVED))
                .after(new DossierCommand.RefuseReception(A.GIVEN, "Không bổ sung", "Mẫu 03"))
                .state();
        assertThat(state.status()).isEqualTo(OfficialStatus.NOT_RECEIVED);
    }

    @Test
    void aSecondRequestSaysWhatItCostsAndNeedsTheLeaveOfAHead() {
        GivenDossier once = aReceivedDossier().after(ask(TUESDAY)).after(supplied(THURSDAY));

        Refusal refusal = once.when(ask(A.DUE)).refused(DossierProblem.SUPPLEMENT_ALREADY_REQUESTED);
        assertThat(refusal.code().vietnamese()).contains("chỉ tiêu 2.1").contains("Chỉ thị 10/CT-TTg");
        assertThat(refusal.values()).containsEntry("count", "1");
        once.when(askAgain(A.DUE, Role.RECEPTION_OFFICER)).refused(DossierProblem.LEAVE_NEEDS_HIGHER_OFFICE);

        DossierState twice = once.after(askAgain(A.DUE, Role.AGENCY_LEADER)).state();
        assertThat(twice.supplementRequests()).isEqualTo(2);
    }

    @Test
    void supplementsNeedAPaperAndAProcedureThatAllowsThem() {
        aReceivedDossier()
                .when(new RequestSupplement(
                        TUESDAY, A.WARD.ref(), new SupplementRequest(List.of(), "Thiếu", null), null, A.rules()))
                .refused(DossierProblem.SUPPLEMENT_ITEMS_REQUIRED);
        aReceivedDossier()
                .when(new RequestSupplement(TUESDAY, A.WARD.ref(), A.missing(), null, A.rules(A.BOOK)))
                .refused(DossierProblem.PAUSE_REASON_NOT_LISTED);
        aReceivedDossier().after(ask(TUESDAY)).when(ask(THURSDAY)).refused(DossierProblem.ALREADY_PAUSED);
        aReceivedDossier().when(supplied(TUESDAY)).refused(DossierProblem.NOT_PAUSED);
        anImportedDossier(A.RECEIVED, A.DUE).when(ask(A.LATER)).refused(DossierProblem.IMPORTED_DOSSIER);
    }

    @Test
    void aFinancialObligationIsStatusSixUntilItIsMet() {
        Obligation tax = new Obligation("TB-123/CT", 1_500_000L);
        GivenDossier owing = aReceivedDossier().after(new RequestObligation(TUESDAY, A.WARD.ref(), tax, A.rules()));
        assertThat(owing.state().status()).isEqualTo(OfficialStatus.FINANCIAL_OBLIGATION);
        owing.when(new MeetObligation(THURSDAY, A.WARD.ref(), "BL-9", A.rules()))
                .recorded(new DossierEvent.ObligationMet(
                        THURSDAY, A.WARD.ref(), "BL-9", new DueChange(A.DUE, TWO_WORKING_DAYS_LATER, CALENDAR)));
        DossierState met = owing.after(new MeetObligation(THURSDAY, A.WARD.ref(), "BL-9", A.rules()))
                .state();
        assertThat(met.status()).isEqualTo(OfficialStatus.RECEIVED);
        assertThat(met.clock().paused()).isFalse();
        assertThat(met.clock().promisedAt()).isEqualTo(TWO_WORKING_DAYS_LATER);
        aReceivedDossier()
                .when(new RequestObligation(TUESDAY, A.WARD.ref(), tax, A.rules(A.BOOK)))
                .refused(DossierProblem.PAUSE_REASON_NOT_LISTED);
    }

    @Test
    void anotherListedReasonStopsTheClockAndLeavesTheStatus() {
        GivenDossier onTheWall = aReceivedDossier().after(posting(TUESDAY));
        assertThat(onTheWall.state().status()).isEqualTo(OfficialStatus.RECEIVED);
        assertThat(onTheWall.state().clock().paused()).isTrue();
        assertThat(onTheWall.after(posted(THURSDAY)).state().clock().dueAt()).isEqualTo(TWO_WORKING_DAYS_LATER);
        aReceivedDossier()
                .when(new StopClock(TUESDAY, A.WARD.ref(), PauseReason.APPRAISAL, "Giám định", A.rules()))
                .refused(DossierProblem.PAUSE_REASON_NOT_LISTED);
        aReceivedDossier()
                .when(new StopClock(TUESDAY, A.WARD.ref(), PauseReason.SUPPLEMENT, "Thiếu", A.rules()))
                .refused(DossierProblem.PAUSE_HAS_ITS_OWN_ACT);
        aSubmittedDossier().when(posting(A.RECEIVED)).refused(DossierProblem.NOT_RECEIVED_YET);
    }

    @Test
    void pausesThatOverlapAreSubtractedOnceAndTheDateIsToldWhenTheLastOneEnds() {
        GivenDossier both = aReceivedDossier().after(ask(TUESDAY)).after(posting(TUESDAY));
        both.when(supplied(THURSDAY))
                .recorded(new DossierEvent.SupplementReceived(
                        THURSDAY, A.WARD.ref(), new DueChange(A.DUE, null, CALENDAR)));
        assertThat(both.after(supplied(THURSDAY))
                        .after(posted(THURSDAY))
                        .state()
                        .clock()
                        .dueAt())
                .isEqualTo(TWO_WORKING_DAYS_LATER);
    }

    @Test
    void whatTheCaseAsksIsRefusedByAnEventBackAndNeverByAnError() {
        RecordAsked unlisted =
                new RecordAsked(new StopClock(TUESDAY, A.WARD.ref(), PauseReason.OPINION, "Hỏi ý kiến", A.rules()));
        DossierEvent told = ((vn.tthc.contracts.decision.Decision.Accepted<DossierEvent>)
                        aReceivedDossier().when(unlisted).decision())
                .events()
                .getFirst();
        assertThat(told).isInstanceOfSatisfying(DossierEvent.PauseRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("PAUSE_REASON_NOT_LISTED");
            assertThat(refused.text()).contains("OPINION");
        });
        aReceivedDossier().when(new RecordAsked(supplied(TUESDAY))).nothingNew();
    }

    @Test
    void anApologyTheCaseSignedPromisesItsDateAndTheMeasuredOneStays() {
        Extend signed = new Extend(TUESDAY, A.WARD.ref(), A.LATER, "Chờ hồ sơ gốc", "Chủ tịch UBND", A.rules());
        GivenDossier extended = aReceivedDossier().inProcess().after(new RecordAsked(signed));

        assertThat(extended.state().clock().dueAt()).isEqualTo(A.DUE);
        assertThat(extended.state().clock().promisedAt()).isEqualTo(A.LATER);
    }

    @Test
    void anApologyBeyondTheLimitsIsRefusedByAnEventThatNamesTheRule() {
        Instant again = A.LATER.plusSeconds(60);
        Extend first = new Extend(TUESDAY, A.WARD.ref(), A.LATER, "Chờ", "Chủ tịch", A.rules());
        Extend second = new Extend(TUESDAY, A.WARD.ref(), again, "Lại chờ", "Chủ tịch", A.rules());
        GivenDossier refused = aReceivedDossier().inProcess().after(first);

        refused.when(new RecordAsked(second))
                .recorded(new DossierEvent.ExtensionRefused(
                        TUESDAY, A.WARD.ref(), again, "EXTENSIONS_USED_UP", "Hồ sơ đã được gia hạn 1 lần."));
        assertThat(refused.after(new RecordAsked(second)).state().clock().promisedAt())
                .isEqualTo(A.LATER);
    }

    @Test
    void howOftenHowEarlyAndHowFarADateIsPromisedAnewTheProcedureLimits() {
        ClockRules none = A.rules(new ExtensionRule(0, Duration.ZERO, null));
        ClockRules aDay = A.rules(new ExtensionRule(2, Duration.ZERO, new Term(1, TermUnit.WORKING_DAY)));
        Instant nextDay = A.DUE.plus(Duration.ofDays(1));

        aReceivedDossier()
                .when(new Extend(TUESDAY, A.WARD.ref(), A.LATER, "Chậm", "Chủ tịch", none))
                .refused(DossierProblem.EXTENSIONS_USED_UP);
        aReceivedDossier()
                .when(new Extend(A.DUE, A.WARD.ref(), nextDay.plusMillis(1), "Chậm", "Chủ tịch", aDay))
                .refused(DossierProblem.EXTENSION_TOO_LONG);
        assertThat(aReceivedDossier()
                        .after(new Extend(A.DUE, A.WARD.ref(), nextDay, "Chậm", "Chủ tịch", aDay))
                        .state()
                        .clock()
                        .promisedAt())
                .isEqualTo(nextDay);
    }

    @Test
    void aRequestOfTheCaseThatComesLateStopsTheClockSinceItWasMade() {
        GivenDossier later = aReceivedDossier().after(posting(THURSDAY)).after(posted(THURSDAY.plusSeconds(60)));
        DossierState state = later.after(new RecordAsked(ask(TUESDAY))).state();
        assertThat(state.clock().pauses()).anySatisfy(pause -> {
            assertThat(pause.reason()).isEqualTo(PauseReason.SUPPLEMENT);
            assertThat(pause.from()).isEqualTo(TUESDAY);
        });
    }

    @Test
    void aFinishWhileSomethingIsWaitedForEndsTheWaitAndSubtractsIt() {
        Instant finished = Instant.parse("2026-03-13T02:00:00Z");
        GivenDossier waiting = aReceivedDossier().inProcess().after(ask(TUESDAY));
        DossierState state = waiting.after(new RecordProcessingEnded(finished, "12/QĐ", A.rules()))
                .state();
        assertThat(state.status()).isEqualTo(OfficialStatus.PROCESSED);
        assertThat(state.ending().verdict())
                .as("a day after the first due date, with eight days waited")
                .isEqualTo(Verdict.ON_TIME);
        assertThat(state.clock().paused()).isFalse();
    }

    @Test
    void anExtensionPromisesAnotherDateAndNeverMovesTheMeasuredOne() {
        Instant dayBefore = A.DUE.minus(Duration.ofDays(1));
        Extend extend = new Extend(dayBefore, A.WARD.ref(), A.LATER, "Chờ hồ sơ gốc", "Chủ tịch UBND", A.rules());
        GivenDossier extended = aReceivedDossier().inProcess().after(extend);
        assertThat(extended.state().clock().dueAt()).isEqualTo(A.DUE);
        assertThat(extended.state().clock().promisedAt()).isEqualTo(A.LATER);
        assertThat(extended.after(new RecordProcessingEnded(A.LATER, null, A.rules()))
                        .state()
                        .ending()
                        .verdict())
                .isEqualTo(Verdict.LATE);
        extended.when(new Extend(dayBefore, A.WARD.ref(), A.LATER.plusSeconds(1), "Lại chờ", "Chủ tịch", A.rules()))
                .refused(DossierProblem.EXTENSIONS_USED_UP);
    }

    @Test
    void anApologyComesInTimeAndPromisesALaterDate() {
        Instant tooLate = A.DUE.minus(Duration.ofDays(1)).plusMillis(1);
        aReceivedDossier()
                .when(new Extend(tooLate, A.WARD.ref(), A.LATER, "Chậm", "Chủ tịch", A.rules()))
                .refused(DossierProblem.APOLOGY_TOO_LATE);
        aReceivedDossier()
                .when(new Extend(TUESDAY, A.WARD.ref(), A.DUE, "Chậm", "Chủ tịch", A.rules()))
                .refused(DossierProblem.PROMISE_NOT_LATER);
        aReceivedDossier()
                .after(ask(TUESDAY))
                .when(new Extend(TUESDAY, A.WARD.ref(), A.LATER, "Chậm", "Chủ tịch", A.rules()))
                .refused(DossierProblem.NO_DUE_DATE_TO_EXTEND);
    }

    @Test
    void nothingStopsTheClockBeforeWhatHappenedLastOrOfADossierNobodyKnows() {
        aReceivedDossier().when(posting(A.RECEIVED.minusMillis(1))).refused(DossierProblem.TIME_GOES_BACK);
        noDossier().when(posting(TUESDAY)).refused(DossierProblem.NO_SUCH_DOSSIER);
        noDossier().when(new RecordAsked(posting(TUESDAY))).refused(DossierProblem.NO_SUCH_DOSSIER);
    }

    @Test
    void aFirstRequestNeedsNoLeaveAndRecordsNone() {
        aReceivedDossier()
                .when(askAgain(TUESDAY, Role.HEAD_OF_UNIT))
                .recorded(new DossierEvent.SupplementRequested(
                        TUESDAY, 1, A.WARD.ref(), A.missing(), A.ground(PauseReason.SUPPLEMENT), true, null));
    }

    @Test
    void aCorrectedReceptionMovesTheDueDateAndKeepsWhatWasRecorded() {
        Instant hourEarlier = A.RECEIVED.minus(Duration.ofHours(1));
        Correct correct =
                new Correct(A.GIVEN, CorrectedFact.RECEIVED_AT, hourEarlier, "Ghi nhầm giờ", "Sổ theo dõi", A.rules());
        aReceivedDossier()
                .when(correct)
                .recorded(new DossierEvent.Corrected(
                        A.GIVEN,
                        CorrectedFact.RECEIVED_AT,
                        A.RECEIVED,
                        hourEarlier,
                        "Ghi nhầm giờ",
                        "Sổ theo dõi",
                        new DueChange(A.DUE, A.DUE.minus(Duration.ofHours(1)), CALENDAR),
                        null));
        aReceivedDossier().after(correct).when(correct).refused(DossierProblem.CORRECTION_CHANGES_NOTHING);
        aReceivedDossier()
                .when(new Correct(A.GIVEN, CorrectedFact.RECEIVED_AT, A.FILED.minusSeconds(1), "Sai", "Sổ", A.rules()))
                .refused(DossierProblem.CORRECTION_CONTRADICTS);
        aReceivedDossier()
                .when(new Correct(A.GIVEN, CorrectedFact.ENDED_AT, A.RECEIVED, "Sai", "Sổ", A.rules()))
                .refused(DossierProblem.NOTHING_TO_CORRECT);
    }

    @Test
    void aCorrectedEndIsJudgedAnew() {
        DossierState state = aReceivedDossier()
                .inProcess()
                .processedAt(A.LATER)
                .after(new Correct(
                        A.LATER.plusSeconds(5), CorrectedFact.ENDED_AT, A.DUE, "Ghi nhầm", "Văn bản số 3", A.rules()))
                .state();
        assertThat(state.ending().at()).isEqualTo(A.DUE);
        assertThat(state.ending().verdict()).isEqualTo(Verdict.ON_TIME);
    }
}
