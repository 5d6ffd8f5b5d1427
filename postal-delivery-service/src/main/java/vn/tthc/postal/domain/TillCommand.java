package vn.tthc.postal.domain;

import java.time.Instant;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.Refund;
import vn.tthc.contracts.postal.TillEvent.Transfer;

/** All that can be asked of the till of a point and day. */
public sealed interface TillCommand {

    /** When it is asked. */
    Instant at();

    /** Money was taken. */
    record Take(Instant at, Payment payment) implements TillCommand {}

    /** Fees were passed on to their agency. */
    record PassOn(Instant at, Transfer transfer) implements TillCommand {}

    /** A fee was given back to the citizen. */
    record GiveBack(Instant at, Refund refund) implements TillCommand {}

    /** The day is closed with what was counted. */
    record Reconcile(Instant at, long counted) implements TillCommand {}
}
