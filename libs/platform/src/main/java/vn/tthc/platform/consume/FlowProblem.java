package vn.tthc.platform.consume;

import vn.tthc.platform.web.HttpProblem;

/** What can go wrong at the console of the flow. */
enum FlowProblem implements HttpProblem {
    CONSUMER_BUSY(
            503,
            "Bộ xử lý {consumer} đang bận; hãy thử lại sau giây lát.",
            "Consumer {consumer} is busy; try again in a moment."),
    NOT_PARKED(
            409,
            "Bản ghi này không nằm trong hàng chờ xử lý.",
            "That record is not parked, or an earlier one comes first."),
    NO_SUCH_VIEW(404, "Không có khung nhìn này.", "There is no such view."),
    TOPICS_UNREADABLE(503, "Chưa đọc được các chủ đề Kafka.", "The Kafka topics cannot be read now.");

    private final int status;
    private final String vietnamese;
    private final String english;

    FlowProblem(int status, String vietnamese, String english) {
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
