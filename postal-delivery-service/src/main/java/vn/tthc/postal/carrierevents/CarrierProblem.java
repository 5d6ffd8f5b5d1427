package vn.tthc.postal.carrierevents;

import vn.tthc.platform.web.HttpProblem;

/** Why a carrier's message is turned away. */
enum CarrierProblem implements HttpProblem {
    CARRIER_NOT_AUTHENTICATED(
            401,
            "Chữ ký hoặc thời điểm của thông điệp không đúng.",
            "The message's signature or its moment is not right."),
    CARRIER_MESSAGE_REUSED(
            409,
            "webhook-id này đã được dùng cho một thông điệp khác.",
            "This webhook-id was used before for another message."),
    CARRIER_EVENT_NOT_KEPT(409, "Sự kiện này không nằm trong danh sách chờ.", "That event does not wait for anybody.");

    private final int status;
    private final String vietnamese;
    private final String english;

    CarrierProblem(int status, String vietnamese, String english) {
        this.status = status;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String vietnamese() {
        return vietnamese;
    }

    @Override
    public String english() {
        return english;
    }
}
