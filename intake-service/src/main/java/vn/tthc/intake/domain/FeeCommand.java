package vn.tthc.intake.domain;

import java.time.Instant;
import vn.tthc.contracts.dossier.DossierEvent.FeeChannel;

/** What happens to the fees of a dossier. */
public sealed interface FeeCommand extends DossierCommand {
    /** Code of the fee. */
    String fee();

    /** It is paid in full. */
    record PayFee(Instant at, String fee, long amountVnd, FeeChannel channel, String receipt) implements FeeCommand {}

    /** It is not asked for. */
    record WaiveFee(Instant at, String fee, String ground) implements FeeCommand {}
}
