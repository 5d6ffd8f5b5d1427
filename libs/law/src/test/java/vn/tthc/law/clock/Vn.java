package vn.tthc.law.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

/** Short ways to say moments, terms and requests in tests. */
final class Vn {
    private static final DateTimeFormatter SHAPE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm[:ss[.SSS]]", Locale.ROOT);

    private Vn() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local, SHAPE)
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant();
    }

    static Term days(int amount) {
        return new Term(amount, TermUnit.DAY);
    }

    static Term workingDays(int amount) {
        return new Term(amount, TermUnit.WORKING_DAY);
    }

    static Term hours(int amount) {
        return new Term(amount, TermUnit.HOUR);
    }

    static Term months(int amount) {
        return new Term(amount, TermUnit.MONTH);
    }

    static DeadlineRequest request(String received, Term term, Pause... pauses) {
        return new DeadlineRequest(at(received), term, Channel.COUNTER, List.of(pauses), null);
    }

    static Pause pause(String from, String to, PauseReason reason) {
        return new Pause(at(from), at(to), reason);
    }

    static Instant due(DeadlineRequest request) {
        return Deadlines.dueAt(request, Calendars.byDefault());
    }
}
