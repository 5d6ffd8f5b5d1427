package vn.tthc.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.dossier.DossierEvent.CorrectedFact;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.clock.PauseReason;

/** What stops the clock, lets it run again, or changes what it is measured by. */
public sealed interface ClockCommand extends DossierCommand {
    /** By what the clock is ruled. */
    ClockRules rules();

    /** Asks for supplements (Mẫu 02); a second time only with leave. */
    record RequestSupplement(
            Instant at,
            AgencyRef agency,
            SupplementRequest request,
            @Nullable SupplementLeave leave,
            ClockRules rules) implements ClockCommand {}

    /** The supplements are complete. */
    record ReceiveSupplement(Instant at, AgencyRef agency, ClockRules rules) implements ClockCommand {}

    /** Asks for a financial obligation to be met. */
    record RequestObligation(Instant at, AgencyRef agency, Obligation obligation, ClockRules rules)
            implements ClockCommand {}

    /** The obligation is met. */
    record MeetObligation(
            Instant at, AgencyRef agency, @Nullable String receipt, ClockRules rules) implements ClockCommand {}

    /** Stops the clock for another reason of the procedure. */
    record StopClock(Instant at, AgencyRef agency, PauseReason reason, String note, ClockRules rules)
            implements ClockCommand {}

    /** That reason is gone. */
    record ResumeClock(
            Instant at,
            AgencyRef agency,
            PauseReason reason,
            @Nullable String note,
            ClockRules rules) implements ClockCommand {}

    /** Promises a new date with an apology (Mẫu 04). */
    record Extend(Instant at, AgencyRef agency, Instant promisedAt, String reason, String signer, ClockRules rules)
            implements ClockCommand {}

    /** Corrects a moment that was recorded wrongly. */
    record Correct(Instant at, CorrectedFact fact, Instant to, String reason, String ground, ClockRules rules)
            implements ClockCommand {}

    /** Computes the due date anew with another version of its calendar; {@code decision} is what that rests on. */
    record Rederive(Instant at, String calendarVersion, String decision, ClockRules rules) implements ClockCommand {}
}
