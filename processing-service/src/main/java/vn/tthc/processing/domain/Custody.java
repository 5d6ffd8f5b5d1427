package vn.tthc.processing.domain;

import java.time.Instant;
import vn.tthc.contracts.AgencyRef;

/** Who answers for the papers. Every change of agency is two facts: giao and nhận. */
public sealed interface Custody {

    /** The agency it concerns. */
    AgencyRef agency();

    /** Since when. */
    Instant since();

    /** Given (giao) to an agency that has not taken it yet. */
    record Offered(AgencyRef agency, Instant since) implements Custody {}

    /** Taken (nhận) by the agency. */
    record Held(AgencyRef agency, Instant since) implements Custody {}
}
