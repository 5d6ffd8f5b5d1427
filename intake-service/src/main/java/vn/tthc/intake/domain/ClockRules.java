package vn.tthc.intake.domain;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.law.clock.ExtensionRule;
import vn.tthc.law.clock.PauseReason;

/**
 * What the clock of a dossier is ruled by beside its own facts: the procedure version it is pinned to, and the calendars.
 *
 * @param grounds the only reasons that stop the clock, each with its legal ground
 * @param sameDayCutOff the 15:00 rule, null where the procedure has none
 * @param extension how often and until when a new date may be promised
 * @param calendars every version of the calendars
 */
public record ClockRules(
        Map<PauseReason, LegalGround> grounds,
        @Nullable LocalTime sameDayCutOff,
        ExtensionRule extension,
        CalendarBook calendars) {
    public ClockRules {
        grounds = Map.copyOf(grounds);
    }
}
