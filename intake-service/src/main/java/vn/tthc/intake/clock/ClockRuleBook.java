package vn.tthc.intake.clock;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.ClockRules;
import vn.tthc.intake.reference.Catalogue;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.law.clock.ExtensionRule;
import vn.tthc.law.clock.PauseReason;

/** Finds what the clock of a dossier is ruled by: the procedure version it is pinned to, which never goes away. */
@Component
public class ClockRuleBook {
    private final Catalogue catalogue;
    private final PublishedCalendars calendars;

    ClockRuleBook(Catalogue catalogue, PublishedCalendars calendars) {
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    /** The rules of a procedure version ({@code code@version}). */
    public ClockRules of(String procedure) {
        Procedure pinned = catalogue
                .pinned(procedure)
                .orElseThrow(() -> new IllegalStateException("procedure " + procedure + " is gone"));
        Map<PauseReason, LegalGround> grounds = new EnumMap<>(PauseReason.class);
        pinned.pauseReasons()
                .forEach(listed -> grounds.put(
                        PauseReason.valueOf(listed.reason()), new LegalGround(listed.groundVi(), listed.groundEn())));
        return new ClockRules(grounds, pinned.sameDayCutOff(), ExtensionRule.CUSTOMARY, calendars);
    }
}
