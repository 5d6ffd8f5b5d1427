package vn.tthc.processing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;

/** Who answers for the papers. Every change of agency is two facts: giao and nhận. */
public sealed interface Custody {

    /** The agency it concerns. */
    AgencyRef agency();

    /** Since when. */
    Instant since();

    /** Given (giao) to an agency that has not taken it yet; no giver when it came from the one-stop. */
    record Offered(
            AgencyRef agency, Instant since, @Nullable Giver giver) implements Custody {}

    /** Taken (nhận) by the agency. */
    record Held(AgencyRef agency, Instant since) implements Custody {}

    /**
     * Who has the papers until the other agency takes them.
     *
     * @param custody what it held
     * @param progress how far the work was when it gave them
     * @param stay its stay in the step it gave them from
     */
    record Giver(Held custody, Progress progress, Stay stay) {}
}
