package vn.tthc.processing.reaction;

import java.util.Optional;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.processing.domain.CaseCommand.ClockChange;

/** What a dossier's event says about its clock. */
final class DossierClock {
    private DossierClock() {}

    /** The change, or empty when the clock goes on as it did. */
    static Optional<ClockChange> change(DossierEvent event) {
        return switch (event) {
            case DossierEvent.SupplementRequested e ->
                e.clockStopped() ? Optional.of(new ClockChange.Stopped()) : Optional.empty();
            case DossierEvent.ObligationRequested e -> Optional.of(new ClockChange.Stopped());
            case DossierEvent.Paused e -> Optional.of(new ClockChange.Stopped());
            case DossierEvent.SupplementReceived e -> runs(e.due());
            case DossierEvent.ObligationMet e -> runs(e.due());
            case DossierEvent.Resumed e -> runs(e.due());
            case DossierEvent.Corrected e -> runs(e.due());
            case DossierEvent.DueDateRederived e -> runs(e.due());
            case DossierEvent.Extended e -> Optional.of(new ClockChange.Promised(e.promisedAt()));
            default -> Optional.empty();
        };
    }

    /** No new due date: it still stands for another reason, or there never was one. */
    private static Optional<ClockChange> runs(DueChange due) {
        return Optional.ofNullable(due.newDueAt()).map(ClockChange.Runs::new);
    }
}
