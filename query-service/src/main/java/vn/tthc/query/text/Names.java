package vn.tthc.query.text;

import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;

/** What our code lists are called in front of people. */
public final class Names {
    private Names() {}

    public static Bilingual of(OfficialStatus status) {
        return new Bilingual(status.vietnamese(), status.english());
    }

    public static Bilingual of(Channel channel) {
        return switch (channel) {
            case COUNTER -> Bilingual.of("Trực tiếp", "At the counter");
            case ONLINE -> Bilingual.of("Trực tuyến", "Online");
            case POST -> Bilingual.of("Bưu chính công ích", "By post");
        };
    }

    public static Bilingual of(Verdict verdict) {
        return switch (verdict) {
            case ON_TIME -> Bilingual.of("Trước hạn hoặc đúng hạn", "On time");
            case LATE -> Bilingual.of("Quá hạn", "Late");
        };
    }

    public static Bilingual of(ReturnWay way) {
        return switch (way) {
            case COUNTER -> Bilingual.of("Nhận tại một cửa", "At the one-stop counter");
            case POST -> Bilingual.of("Nhận qua bưu chính", "By post");
            case ELECTRONIC -> Bilingual.of("Nhận kết quả điện tử", "As an electronic result");
        };
    }

    public static Bilingual of(PostalEvent.Purpose purpose) {
        return switch (purpose) {
            case INBOUND_DOSSIER -> Bilingual.of("Hồ sơ gửi đến một cửa", "The dossier to the one-stop");
            case RESULT -> Bilingual.of("Kết quả gửi đến người nộp", "The result to the applicant");
            case RECEIPT_SLIP -> Bilingual.of("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "The receipt slip");
            case SURRENDERED_PAPERS -> Bilingual.of("Giấy tờ thu lại", "Surrendered papers");
            case REFUSED_PAPERS ->
                Bilingual.of("Giấy tờ của hồ sơ không nộp được", "Papers of a dossier that could not be filed");
        };
    }

    public static Bilingual of(PostalEvent.ScanKind kind) {
        return switch (kind) {
            case ACCEPTED -> Bilingual.of("Bưu điện đã nhận gửi", "Taken over by the post");
            case IN_TRANSIT -> Bilingual.of("Đang vận chuyển", "On its way");
            case AT_DELIVERY_OFFICE -> Bilingual.of("Đã đến bưu cục phát", "At the delivery office");
            case ATTEMPT_FAILED -> Bilingual.of("Phát không thành công", "Delivery attempt failed");
            case INVITED -> Bilingual.of("Đã gửi giấy mời nhận", "The addressee was invited to fetch it");
            case DELIVERED -> Bilingual.of("Đã phát thành công", "Delivered");
            case RETURNING -> Bilingual.of("Đang chuyển hoàn", "On its way back to the sender");
            case RETURNED -> Bilingual.of("Đã chuyển hoàn", "Back with the sender");
        };
    }

    /** What should have happened to an item. */
    public static Bilingual of(PostalEvent.Leg leg) {
        return switch (leg) {
            case FETCH -> Bilingual.of("chờ thu gom", "it waits to be fetched");
            case CARRY -> Bilingual.of("đang vận chuyển", "it is being carried");
            case DELIVER -> Bilingual.of("chờ phát", "it is to be delivered");
            case BRING_BACK -> Bilingual.of("đang chuyển hoàn", "it is on its way back");
        };
    }

    /** The five reasons of Luật Bưu chính 2010, Điều 17 khoản 1. */
    public static Bilingual of(PostalEvent.FailureReason reason) {
        return switch (reason) {
            case WRONG_ADDRESS ->
                Bilingual.of("không có, thiếu hoặc sai địa chỉ", "no address, or an incomplete or wrong one");
            case MOVED ->
                Bilingual.of(
                        "người nhận đã chuyển đi, không để lại địa chỉ mới",
                        "the addressee has moved and left no new address");
            case NOT_FOUND ->
                Bilingual.of("không tìm thấy người nhận tại địa chỉ", "the addressee was not found at the address");
            case DID_NOT_COME ->
                Bilingual.of(
                        "người nhận không đến nhận sau hai lần mời",
                        "the addressee did not come after two invitations");
            case REFUSED -> Bilingual.of("người nhận từ chối nhận", "the addressee refused it");
        };
    }

    public static Bilingual of(DossierEvent.Anomaly anomaly) {
        return switch (anomaly) {
            case ENDED_BEFORE_RECEPTION ->
                Bilingual.of("Kết thúc xử lý trước khi tiếp nhận", "Processing ended before the reception");
            case DEADLINE_BEFORE_RECEPTION ->
                Bilingual.of("Ngày hẹn trả trước ngày tiếp nhận", "The due date lies before the reception");
        };
    }

    /** Why a clock stands still. */
    public static Bilingual of(PauseReason reason) {
        return new Bilingual(reason.vietnamese(), reason.english());
    }

    /** What was corrected. */
    public static Bilingual of(DossierEvent.CorrectedFact fact) {
        return switch (fact) {
            case RECEIVED_AT -> Bilingual.of("thời điểm tiếp nhận", "the moment of reception");
            case ENDED_AT -> Bilingual.of("thời điểm kết thúc xử lý", "the end of processing");
        };
    }

    public static Bilingual of(PostalEvent.Ruling ruling) {
        return switch (ruling) {
            case KEPT_AS_IS -> Bilingual.of("giữ nguyên", "kept as it is");
            case CORRECTED_BY_SCAN -> Bilingual.of("đã có lần quét khác thay", "corrected by another scan");
        };
    }

    public static Bilingual of(PostalEvent.Anomaly anomaly) {
        return switch (anomaly) {
            case AFTER_DELIVERY ->
                Bilingual.of("Lần quét bưu gửi sau khi đã phát", "A scan of the postal item after its delivery");
            case IN_THE_FUTURE ->
                Bilingual.of("Lần quét bưu gửi có thời điểm ở tương lai", "A scan of the postal item in the future");
            case IMPOSSIBLE ->
                Bilingual.of(
                        "Lần quét không khớp với hành trình bưu gửi", "A scan that does not fit the item's journey");
            case AFTER_CANCELLATION ->
                Bilingual.of("Lần quét của bưu gửi đã hủy", "A scan of a postal item that was cancelled");
        };
    }

    public static Bilingual stepAfterEnd() {
        return Bilingual.of("Bước ghi nhận sau khi kết thúc xử lý", "A recorded step after the end of processing");
    }
}
