package vn.tthc.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Sealed;

/** Withdrawing a dossier: asked by the applicant, decided by the case once there is one. */
public sealed interface WithdrawalCommand extends DossierCommand {

    /** The applicant asks to withdraw; the reason is sealed for this command. */
    record RequestWithdrawal(Instant at, @Nullable Sealed reason, ClockRules rules) implements WithdrawalCommand {}

    /** The case lets it be withdrawn. */
    record RecordWithdrawalGranted(Instant at, @Nullable AgencyRef agency, ClockRules rules)
            implements WithdrawalCommand {}

    /** The case has decided already. */
    record RecordWithdrawalRefused(Instant at, String code, String reason) implements WithdrawalCommand {}
}
