package vn.tthc.law.clock;

/**
 * What a calendar is for. Receiving on a Saturday does not make Saturday a working day of the deadline (Quyết định
 * 127/2007/QĐ-TTg is about reception only), so an agency has two calendars.
 */
public enum CalendarPurpose {
    /** Lịch tính thời hạn: the days and hours that count towards a term. */
    DEADLINE,
    /** Lịch tiếp nhận: when the counter is open; never used for a due date. */
    RECEPTION
}
