package vn.tthc.query;

import static vn.tthc.query.Story.START;

import java.time.Instant;
import java.util.List;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.contracts.cases.CaseEvent.ApologyCause;
import vn.tthc.contracts.cases.CaseEvent.Assignment;
import vn.tthc.contracts.cases.CaseEvent.Stance;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.PaperDifference;
import vn.tthc.contracts.postal.PostalEvent;

/** Whole stories. */
public final class Stories {
    private Stories() {}

    /** The longest way there is: three agencies, back once, and home by post after a failed attempt. */
    public static Story whole(String id) {
        return Story.of(id)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .accepted("tham-dinh", true)
                .processingStarted()
                .completed("tham-dinh")
                .forwarded("tham-dinh", "trinh")
                .forwarded("trinh", "ky")
                .accepted("ky", false)
                .sentBack("ky", "tham-dinh")
                .accepted("tham-dinh", false)
                .forwarded("tham-dinh", "ky")
                .accepted("ky", false)
                .signed()
                .issued()
                .finished()
                .ended()
                .resultAccepted()
                .posted()
                .scanned(PostalEvent.ScanKind.ACCEPTED)
                .scanned(PostalEvent.ScanKind.ATTEMPT_FAILED)
                .delivered()
                .lateScan()
                .strayScan()
                .strayScanSettled()
                .itemDelivered()
                .returned();
    }

    /** Split, sent elsewhere, one part called back and the other brought back: the result waits at the counter. */
    public static Story backFromThePost(String id) {
        Instant at = START.plusSeconds(90_000);
        return Story.of(id)
                .submitted()
                .received()
                .ended()
                .resultAccepted()
                .posted()
                .told(new PostalEvent.HandedOver(
                        at, id, Agencies.TINH, new CoSignature(null, new Sealed("p1", "c2VhbGVk"))))
                .told(new PostalEvent.Split(at, id, 2))
                .told(new PostalEvent.AddressChanged(at, id, "22945@2025-07-01", null, "LDG-0007", 15, false))
                .told(new PostalEvent.AddressChanged(at, id, "22945@2025-07-01", null, "LDG-0007", 15, true))
                .scanned(PostalEvent.ScanKind.RETURNED)
                .told(new PostalEvent.Returned(at, id, PostalEvent.Purpose.RESULT, 1, 2))
                .told(new PostalEvent.PapersSurrendered(
                        at,
                        id,
                        "item-of-" + id,
                        List.of(new Paper("Đơn đề nghị", null, Paper.Form.ORIGINAL, 1)),
                        "NP-2",
                        new CoSignature(null, new Sealed("p1", "c2VhbGVk"))))
                .told(new PostalEvent.Cancelled(at, id, PostalEvent.Purpose.RESULT, 2, 2))
                .told(new DossierEvent.ReturnWayChanged(at, ReturnWay.COUNTER, "item-of-" + id));
    }

    /** Given to the post by the citizen, silent for a while, and not found by the one-stop as it was listed. */
    public static Story broughtByThePost(String id) {
        Instant at = START.minusSeconds(90_000);
        Party applicant = new Party("p1", new Sealed("p1", "c2VhbGVk"), null, null, null, null);
        Filing filing = new Filing(
                "1.012796",
                Agencies.XA.id(),
                Agencies.XA.id(),
                applicant,
                new ReturnWish(ReturnWay.COUNTER, null, null),
                null,
                new Sealed("p1", "c2VhbGVk"));
        List<Paper> papers = List.of(new Paper("Đơn đề nghị", null, Paper.Form.ORIGINAL, 2));
        CoSignature signature = new CoSignature(null, new Sealed("p1", "c2VhbGVk"));
        return Story.of(id)
                .told(new PostalEvent.DossierTaken(at, id, filing, papers, "NP-1", null, signature))
                .told(new PostalEvent.SilenceNoticed(at, id, PostalEvent.Leg.CARRY, "LDG-0001", at))
                .told(new PostalEvent.DossierChecked(
                        at,
                        id,
                        filing,
                        Agencies.XA,
                        true,
                        List.of(),
                        List.of(new PaperDifference("Đơn đề nghị", Paper.Form.ORIGINAL, 2, 0)),
                        signature));
    }

    /** Brought by the post for a procedure that is not taken by post: never filed. */
    public static Story refusedFromThePost(String id) {
        Instant at = START.minusSeconds(90_000);
        return broughtByThePost(id)
                .postedRefused(at)
                .told(new PostalEvent.FilingRefused(
                        at, id, "CHANNEL_NOT_OFFERED", "Không nhận qua bưu chính.", "Not by post."));
    }

    /** An old dossier with every contradiction there is. */
    public static Story old(String id) {
        Instant end = START.minusSeconds(30);
        return Story.of(id)
                .imported()
                .recorded("T02 Check confirmation of receipt", START.plusSeconds(600))
                .recorded("T01 Something earlier", START.minusSeconds(600))
                .importedEnd(end)
                .stepAfterEnd();
    }

    /** Everything that agencies and the clock can do to a case beside working through it. */
    public static Story busy(String id) {
        Instant at = START.plusSeconds(50_000);
        return Story.of(id)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .told(new CaseEvent.AlarmRaised(
                        at, Alarm.HAND_OVER_UNACKNOWLEDGED, "receipt/1", "tham-dinh", Agencies.TINH, at))
                .told(new CaseEvent.Escalated(
                        at, Alarm.HAND_OVER_UNACKNOWLEDGED, "receipt/1", "tham-dinh", Agencies.TINH, Role.HEAD_OF_UNIT))
                .accepted("tham-dinh", true)
                .told(new CaseEvent.Assigned(
                        at, "tham-dinh", Agencies.TINH, "officer-1", Assignment.CLAIMED, null, null))
                .told(new CaseEvent.Released(at, "tham-dinh", Agencies.TINH, "officer-1", null))
                .told(new CaseEvent.Assigned(
                        at, "tham-dinh", Agencies.TINH, "officer-2", Assignment.ASSIGNED, null, null))
                .told(new CaseEvent.OpinionAsked(
                        at, "o1", "tham-dinh", Agencies.TINH, Agencies.XA, "Ý kiến?", Story.DUE))
                .told(new CaseEvent.OpinionAsked(
                        at, "o2", "tham-dinh", Agencies.TINH, Agencies.TRUNG_UONG, "Ý kiến?", Story.DUE))
                .told(new CaseEvent.OpinionGiven(at, "o1", Agencies.XA, Stance.AGREES, "Đồng ý", false))
                .told(new CaseEvent.OpinionWithdrawn(at, "o2", Agencies.TINH, "Đã rõ"))
                .told(new CaseEvent.ClockFollowed(at, false, null, null))
                .told(new CaseEvent.ClockFollowed(at, true, Story.DUE.plusSeconds(3600), null))
                .told(new CaseEvent.AlarmRaised(at, Alarm.STEP_OVERDUE, "step/1", "tham-dinh", Agencies.TINH, at))
                .told(new CaseEvent.AlarmRaised(
                        at, Alarm.DUE_NEARING, "due-near/x", "tham-dinh", Agencies.TINH, Story.DUE))
                .told(new CaseEvent.ApologyDrafted(
                        at,
                        ApologyCause.BUDGETS_EXCEED_TIME,
                        "tham-dinh",
                        Agencies.TINH,
                        Story.DUE,
                        Story.DUE.plusSeconds(86_400),
                        10,
                        20))
                .told(new CaseEvent.ApologySigned(
                        at,
                        "tham-dinh",
                        Agencies.TINH,
                        Story.DUE,
                        Story.DUE.plusSeconds(86_400),
                        "Chờ ý kiến",
                        "Chủ tịch"))
                .told(new CaseEvent.ResultDrafted(at, "tham-dinh", Agencies.TINH, ResultKind.GRANTED, "officer-2"))
                .completed("tham-dinh")
                .told(new CaseEvent.StepSkipped(at, "trinh", Agencies.TINH, "Không cần"))
                .forwarded("tham-dinh", "ky")
                .told(new CaseEvent.HandOverDeclined(
                        at, "ky", "tham-dinh", Agencies.TRUNG_UONG, Agencies.TINH, "Không thuộc thẩm quyền"))
                .forwarded("tham-dinh", "ky")
                .told(new CaseEvent.AgencySucceeded(at, Agencies.TRUNG_UONG, Agencies.ELSEWHERE))
                .told(new CaseEvent.CustodyAccepted(at, "ky", Agencies.ELSEWHERE, false))
                .told(new CaseEvent.ResultSigned(at, "ky", Agencies.ELSEWHERE))
                .told(new CaseEvent.ResultNumbered(at, "ky", Agencies.ELSEWHERE, "7/QĐ"))
                .told(new CaseEvent.ResultCorrected(
                        at, "ky", "ky", Agencies.ELSEWHERE, Agencies.ELSEWHERE, "leader-1", "QĐ 1", "Sai số thửa"));
    }
}
