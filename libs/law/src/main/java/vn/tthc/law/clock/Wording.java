package vn.tthc.law.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;

/** How dates, times and amounts read in the explanation, in both languages, whatever the machine's locale. */
final class Wording {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Wording() {}

    static String moment(Instant at, Language language) {
        LocalDateTime local = VietnamTime.local(at);
        DateTimeFormatter time = local.getSecond() == 0 ? MINUTES : SECONDS;
        return time.format(local) + " " + day(local.toLocalDate(), language);
    }

    static String day(LocalDate date, Language language) {
        String weekday = switch (language) {
            case VI -> vietnamese(date.getDayOfWeek());
            case EN -> english(date.getDayOfWeek());
        };
        return weekday + " " + DATE.format(date);
    }

    static String amount(Duration duration, Language language) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), language == Language.VI ? "giờ" : "h");
        append(text, duration.toMinutesPart(), language == Language.VI ? "phút" : "min");
        append(text, duration.toSecondsPart(), language == Language.VI ? "giây" : "s");
        return text.isEmpty() ? (language == Language.VI ? "0 phút" : "0 min") : text.toString();
    }

    static String term(Term term, Language language) {
        return term.amount()
                + " "
                + switch (language) {
                    case VI ->
                        switch (term.unit()) {
                            case HOUR -> "giờ làm việc";
                            case WORKING_DAY -> "ngày làm việc";
                            case DAY -> "ngày";
                            case MONTH -> "tháng";
                        };
                    case EN ->
                        switch (term.unit()) {
                            case HOUR -> "working hour(s)";
                            case WORKING_DAY -> "working day(s)";
                            case DAY -> "calendar day(s)";
                            case MONTH -> "month(s)";
                        };
                };
    }

    static String channel(Channel channel, Language language) {
        boolean vi = language == Language.VI;
        return switch (channel) {
            case COUNTER -> vi ? "trực tiếp" : "at the counter";
            case ONLINE -> vi ? "trực tuyến" : "online";
            case POST -> vi ? "qua bưu chính công ích" : "by the public post";
        };
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
        }
    }

    private static String vietnamese(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "Thứ Hai";
            case TUESDAY -> "Thứ Ba";
            case WEDNESDAY -> "Thứ Tư";
            case THURSDAY -> "Thứ Năm";
            case FRIDAY -> "Thứ Sáu";
            case SATURDAY -> "Thứ Bảy";
            case SUNDAY -> "Chủ Nhật";
        };
    }

    private static String english(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** The two languages people are spoken to in. */
    enum Language {
        VI,
        EN
    }
}
