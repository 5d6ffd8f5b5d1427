package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.List;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.DossierEvent.Recipient;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.PauseReason;

/** What can be asked of a dossier, for tests that ask in whatever order. */
enum Act {
    RECEIVE,
    REFUSE,
    GIVE,
    TAKEN,
    GIVEN_BACK,
    ASK,
    ASK_AGAIN,
    SUPPLY,
    LAPSE,
    CHARGE,
    PAY,
    POST_UP,
    POST_DOWN,
    WITHDRAW,
    GRANT,
    DENY,
    EXTEND,
    FINISH,
    RESULT_IN,
    HAND_OUT;

    /** The command that asks for it now. */
    DossierCommand command(Instant now) {
        return switch (this) {
            case RECEIVE -> {
                Term term = new Term(8, TermUnit.WORKING_DAY);
                DossierClock clock = new DossierClock(
                        now, A.submission().channel(), term, null, "default-2026.2", List.of(), List.of());
                yield new DossierCommand.Receive(
                        now,
                        "H36.101-20260302-0000001",
                        A.WARD.ref(),
                        term,
                        Deadlines.dueAt(clock.request(A.rules()), clock.calendar(A.rules())),
                        false,
                        "default-2026.2",
                        List.of(),
                        null);
            }
            case REFUSE -> new DossierCommand.RefuseReception(now, "Không đủ điều kiện", "Mẫu 03");
            case GIVE -> new DossierCommand.HandOver(now, A.caseFile(A.step("kiem-tra", A.WARD)), null);
            case TAKEN -> new DossierCommand.RecordProcessingStarted(now, A.WARD.ref());
            case GIVEN_BACK ->
                new DossierCommand.RecordHandOverRefused(now, A.WARD.ref(), "AGENCY_NOT_VALID", "Không nhận");
            case ASK -> new ClockCommand.RequestSupplement(now, A.WARD.ref(), A.missing(), null, A.rules());
            case ASK_AGAIN ->
                new ClockCommand.RequestSupplement(
                        now, A.WARD.ref(), A.missing(), new SupplementLeave(Role.HEAD_OF_UNIT, "Phát sinh"), A.rules());
            case SUPPLY -> new ClockCommand.ReceiveSupplement(now, A.WARD.ref(), A.rules());
            case LAPSE -> new ClockCommand.ResumeClock(now, A.WARD.ref(), PauseReason.SUPPLEMENT, null, A.rules());
            case CHARGE ->
                new ClockCommand.RequestObligation(now, A.WARD.ref(), new Obligation("TB-1", null), A.rules());
            case PAY -> new ClockCommand.MeetObligation(now, A.WARD.ref(), "BL-1", A.rules());
            case POST_UP ->
                new ClockCommand.StopClock(now, A.WARD.ref(), PauseReason.PUBLIC_POSTING, "Niêm yết", A.rules());
            case POST_DOWN ->
                new ClockCommand.ResumeClock(now, A.WARD.ref(), PauseReason.PUBLIC_POSTING, null, A.rules());
            case WITHDRAW -> new WithdrawalCommand.RequestWithdrawal(now, null, A.rules());
            case GRANT -> new WithdrawalCommand.RecordWithdrawalGranted(now, A.WARD.ref(), A.rules());
            case DENY -> new WithdrawalCommand.RecordWithdrawalRefused(now, "ALREADY_SIGNED", "Đã ký");
            case EXTEND ->
                new ClockCommand.Extend(
                        now, A.WARD.ref(), now.plusSeconds(90L * 86_400), "Chậm", "Chủ tịch", A.rules());
            case FINISH -> new DossierCommand.RecordProcessingEnded(now, "12/QĐ", A.rules());
            case RESULT_IN -> new DossierCommand.AcceptResult(now, new ReturnWish(ReturnWay.COUNTER, null, null), null);
            case HAND_OUT ->
                new DossierCommand.ReturnAtCounter(
                        now, new Recipient(new Sealed("person-1", "cipher"), "OWNER", "CCCD"));
        };
    }
}
