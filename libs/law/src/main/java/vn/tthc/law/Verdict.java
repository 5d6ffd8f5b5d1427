package vn.tthc.law;

import java.time.Instant;

/** Whether processing ended in time (766 indicator 2.1: NgayKetThucXuLy &lt;= NgayHenTra). */
public enum Verdict {
    /** Trước hạn hoặc đúng hạn. */
    ON_TIME,
    /** Quá hạn. */
    LATE;

    /** Compares by instant, to the millisecond: an end at the due instant itself is on time. */
    public static Verdict of(Instant endedAt, Instant dueAt) {
        return endedAt.toEpochMilli() <= dueAt.toEpochMilli() ? ON_TIME : LATE;
    }
}
