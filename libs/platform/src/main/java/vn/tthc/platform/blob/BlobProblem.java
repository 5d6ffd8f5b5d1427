package vn.tthc.platform.blob;

import vn.tthc.platform.web.HttpProblem;

/** What can be wrong with a file that is sent. */
public enum BlobProblem implements HttpProblem {
    BLOB_EMPTY(400, "Tệp gửi lên không có nội dung.", "The file sent is empty."),
    BLOB_TOO_LARGE(
            413, "Tệp gửi lên lớn hơn mức cho phép ({limit}).", "The file sent is larger than allowed ({limit})."),
    BLOB_TYPE_NOT_ALLOWED(
            415, "Chỉ nhận tệp thuộc các loại: {allowed}.", "Only files of these types are taken: {allowed}."),
    BLOB_TYPE_MISMATCH(
            422,
            "Nội dung tệp không đúng với loại tệp đã khai.",
            "The content of the file is not of the type it was declared to be."),
    BLOB_UPLOAD_TOO_SLOW(408, "Tệp được gửi quá chậm; hãy gửi lại.", "The file came too slowly; send it again."),
    BLOB_STORE_FULL(
            503,
            "Kho tệp đã hết chỗ; tệp chưa được lưu. Hãy báo người quản trị.",
            "There is no room left for files; nothing was stored. Tell the administrator.");

    private final int status;
    private final String vietnamese;
    private final String english;

    BlobProblem(int status, String vietnamese, String english) {
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
