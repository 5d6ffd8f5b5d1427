package vn.tthc.forms;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import vn.tthc.law.Term;
import vn.tthc.law.clock.VietnamTime;

/** Moments, terms and amounts as Vietnamese officials write them. */
public final class VietnameseText {
    private VietnameseText() {}

    /** {@code 09 giờ 30 phút, ngày 13/02/2026}. */
    public static String moment(Instant instant) {
        LocalDateTime at = VietnamTime.local(instant);
        return "%02d giờ %02d phút, ngày %02d/%02d/%d"
                .formatted(at.getHour(), at.getMinute(), at.getDayOfMonth(), at.getMonthValue(), at.getYear());
    }

    /** {@code ngày 13 tháng 02 năm 2026}. */
    public static String day(Instant instant) {
        LocalDateTime at = VietnamTime.local(instant);
        return "ngày %02d tháng %02d năm %d".formatted(at.getDayOfMonth(), at.getMonthValue(), at.getYear());
    }

    /** {@code 8 ngày làm việc}. */
    public static String term(Term term) {
        return term.amount()
                + switch (term.unit()) {
                    case HOUR -> " giờ làm việc";
                    case WORKING_DAY -> " ngày làm việc";
                    case DAY -> " ngày";
                    case MONTH -> " tháng";
                };
    }

    /** {@code 1.500.000 đồng}. */
    public static String dong(long amount) {
        return String.format(Locale.of("vi", "VN"), "%,d đồng", amount);
    }
}
