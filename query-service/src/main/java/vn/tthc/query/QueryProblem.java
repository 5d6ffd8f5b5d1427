package vn.tthc.query;

import vn.tthc.platform.web.HttpProblem;

/** Reasons for which this service says no. */
public enum QueryProblem implements HttpProblem {
    /** No dossier has this code, or the secret is another one; which of the two is told to nobody. */
    LOOKUP_FAILED(
            404,
            "Không tìm thấy hồ sơ ứng với mã và mã bí mật này. Hãy kiểm tra lại hai mã in trên giấy tiếp nhận.",
            "No dossier matches this code and secret. Check both as printed on the receipt slip."),
    /** No declared index serves this combination of conditions. */
    QUERY_NOT_SERVED(
            400,
            "Không tra cứu được với tổ hợp điều kiện này. Các tổ hợp dùng được: {served}.",
            "This combination of conditions is not served. Served are: {served}.");

    private final int status;
    private final String vietnamese;
    private final String english;

    QueryProblem(int status, String vietnamese, String english) {
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
