package vn.tthc.platform.web;

/** What a status means, in a few words. */
public final class StatusTitle {
    private StatusTitle() {}

    /** The title of a status. */
    public static Messages of(int status) {
        return switch (status) {
            case 400 -> new Messages("Yêu cầu không hợp lệ", "Bad request");
            case 401 -> new Messages("Chưa đăng nhập", "Not signed in");
            case 403 -> new Messages("Không có quyền", "Not allowed");
            case 404 -> new Messages("Không tìm thấy", "Not found");
            case 405 -> new Messages("Phương thức không dùng được", "Method not allowed");
            case 406 -> new Messages("Không có dạng trả lời phù hợp", "Not acceptable");
            case 409 -> new Messages("Không thực hiện được theo quy định", "Refused by a rule");
            case 412 -> new Messages("Phiên bản đã cũ", "Stale version");
            case 413 -> new Messages("Nội dung quá lớn", "Content too large");
            case 415 -> new Messages("Kiểu nội dung không được hỗ trợ", "Unsupported content type");
            case 422 -> new Messages("Yêu cầu mâu thuẫn", "Contradictory request");
            case 428 -> new Messages("Thiếu điều kiện tiên quyết", "Precondition required");
            case 503 -> new Messages("Tạm thời chưa phục vụ được", "Temporarily unavailable");
            default ->
                status < 500
                        ? new Messages("Yêu cầu không thực hiện được", "Request refused")
                        : new Messages("Lỗi hệ thống", "System error");
        };
    }
}
