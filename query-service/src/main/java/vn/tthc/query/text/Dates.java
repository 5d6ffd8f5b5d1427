package vn.tthc.query.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.tthc.law.clock.VietnamTime;

/** Moments as people read them, in the time of Vietnam. */
public final class Dates {
    private static final DateTimeFormatter VI = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.ENGLISH);

    private Dates() {}

    /** Hour and day. */
    public static Bilingual moment(Instant at) {
        return new Bilingual(VI.format(VietnamTime.local(at)), EN.format(VietnamTime.local(at)));
    }
}
