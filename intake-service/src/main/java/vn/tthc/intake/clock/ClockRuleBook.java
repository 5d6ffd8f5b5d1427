package vn.tthc.intake.clock;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.contracts.reference.ExtensionLimits;
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
        return new ClockRules(grounds, pinned.sameDayCutOff(), extension(pinned.extension()), calendars);
    }

    /** What a procedure says of extensions; what it leaves out is as usual. */
    private static ExtensionRule extension(@Nullable ExtensionLimits limits) {
        ExtensionRule usual = ExtensionRule.CUSTOMARY;
        return limits == null
                ? usual
                : new ExtensionRule(
                        limits.most() == null ? usual.most() : limits.most(),
                        limits.noticeHours() == null ? usual.notice() : Duration.ofHours(limits.noticeHours()),
                        limits.longest());
    }
}
