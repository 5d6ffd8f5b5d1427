package vn.tthc.law;

/** Unit of a legal term (DonViTinh of the national catalogue). */
public enum TermUnit {
    /** Giờ: working hours. */
    HOUR,
    /** Ngày làm việc: working days of eight working hours. */
    WORKING_DAY,
    /** Ngày: calendar days. */
    DAY,
    /** Tháng: calendar months. */
    MONTH
}
