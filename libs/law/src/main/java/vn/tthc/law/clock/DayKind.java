package vn.tthc.law.clock;

/** What a day is in a working calendar. */
public enum DayKind {
    /** Ngày làm việc: an ordinary working day. */
    WORKING("Ngày làm việc", "Working day", true),
    /** Ngày nghỉ hằng tuần (Bộ luật Lao động 2019, Điều 111). */
    WEEKLY_REST("Ngày nghỉ hằng tuần", "Weekly day off", false),
    /** Ngày nghỉ lễ, tết (Bộ luật Lao động 2019, Điều 112). */
    HOLIDAY("Ngày nghỉ lễ, tết", "Public holiday", false),
    /** Ngày nghỉ bù or nghỉ hoán đổi: off because a holiday fell on a weekly day off, or swapped for a make-up day. */
    COMPENSATORY("Ngày nghỉ bù, nghỉ hoán đổi", "Compensatory day off", false),
    /** Ngày làm bù: a weekly day off that is worked. */
    MAKE_UP("Ngày làm bù", "Make-up working day", true);

    private final String vietnamese;
    private final String english;
    private final boolean working;

    DayKind(String vietnamese, String english, boolean working) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.working = working;
    }

    /** The Vietnamese name. */
    public String vietnamese() {
        return vietnamese;
    }

    /** The English name. */
    public String english() {
        return english;
    }

    /** Whether office hours are kept on such a day. */
    public boolean working() {
        return working;
    }
}
