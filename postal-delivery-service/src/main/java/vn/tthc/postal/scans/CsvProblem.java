package vn.tthc.postal.scans;

import vn.tthc.platform.web.HttpProblem;

/** Why a file of scans cannot be read at all; its first line is row 1, its first field column 1. */
enum CsvProblem implements HttpProblem {
    CSV_NOT_TEXT(
            "Dòng {row}, cột {column}: không phải chữ mã hóa UTF-8", "Row {row}, column {column}: not text in UTF-8"),
    CSV_HEADER(
            "Dòng 1, cột {column}: tên cột không có trong các cột được phép hoặc bị lặp; các cột: {allowed}",
            "Row 1, column {column}: a name that is no column or stands there twice; the columns are: {allowed}"),
    CSV_COLUMN_MISSING("Dòng 1: thiếu cột {name}", "Row 1: the column {name} is missing"),
    CSV_QUOTE(
            "Dòng {row}, cột {column}: dấu ngoặc kép sai chỗ hoặc không đóng",
            "Row {row}, column {column}: a quotation mark that is out of place or never closed"),
    CSV_FIELDS(
            "Dòng {row}, cột {column}: dòng có {found} cột, cần {wanted}",
            "Row {row}, column {column}: the row has {found} columns and should have {wanted}"),
    CSV_ROWS(
            "Tệp phải có từ 1 đến {most} lần quét; dừng ở dòng {row}",
            "A file has 1 to {most} scans; stopped at row {row}");

    private final String vietnamese;
    private final String english;

    CsvProblem(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    @Override
    public int status() {
        return 400;
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
