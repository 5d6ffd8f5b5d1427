package vn.tthc.platform.consume;

import vn.tthc.contracts.decision.ProblemCode;

/** What can go wrong at the console of the flow. */
enum FlowProblem implements ProblemCode {
    CONSUMER_BUSY(
            "Bộ xử lý {consumer} đang bận; hãy thử lại sau giây lát.",
            "Consumer {consumer} is busy; try again in a moment."),
    NOT_PARKED(
            "Bản ghi này không nằm trong hàng chờ xử lý.", "That record is not parked, or an earlier one comes first."),
    NO_SUCH_VIEW("Không có khung nhìn này.", "There is no such view."),
    TOPICS_UNREADABLE("Chưa đọc được các chủ đề Kafka.", "The Kafka topics cannot be read now.");

    private final String vietnamese;
    private final String english;

    FlowProblem(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
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
