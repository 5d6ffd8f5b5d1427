package vn.tthc.processing.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.WorkRules;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * The terms of the work on a case. Where its procedure says nothing, these defaults hold; none of them is in a law that
 * was found (unsourced), so all of them are data of the procedure.
 *
 * @param acknowledge in which papers that were given must be taken or declined
 * @param nearing before the legal due date, from when on it is near
 * @param escalate after an alarm, from when on it goes to the next in line
 * @param apology before the legal due date, when an apology is drafted: a written apology is due one day before it
 * @param drafterMaySign whether who drafted a decision may sign it
 * @param lateOpinionsBlock whether a late opinion still holds up the step that asked for it
 */
record WorkTerms(
        Duration acknowledge,
        Duration nearing,
        Duration escalate,
        Duration apology,
        boolean drafterMaySign,
        boolean lateOpinionsBlock) {
    private static final int WORKING_DAY = 480;

    static WorkTerms of(CaseFile file) {
        WorkRules rules = file.rules() == null ? new WorkRules(null, null, null, null, null, null) : file.rules();
        return new WorkTerms(
                minutes(rules.acknowledgeMinutes(), WORKING_DAY / 2),
                minutes(rules.nearingMinutes(), 2 * WORKING_DAY),
                minutes(rules.escalateMinutes(), WORKING_DAY / 2),
                minutes(rules.apologyMinutes(), WorkRules.USUAL_APOLOGY_MINUTES),
                rules.drafterMaySign() == null || rules.drafterMaySign(),
                rules.lateOpinionsBlock() == null || rules.lateOpinionsBlock());
    }

    private static Duration minutes(@Nullable Integer told, int usual) {
        return Duration.ofMinutes(told == null ? usual : told);
    }

    /**
     * The calendar in which step budgets run: the one that held at the hand-over, whatever is published later. Versions
     * never change, so this is pure.
     */
    static WorkingCalendar calendar(CaseFile file) {
        String version = file.calendarVersion();
        if (file.calendar() != null) {
            return KnownCalendars.told(file.calendar());
        }
        return version == null || version.equals(Calendars.DEFAULT_VERSION)
                ? Calendars.byDefault()
                : KnownCalendars.shipped(version);
    }
}
