package vn.tthc.intake.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.domain.DossierState.Fee;
import vn.tthc.intake.domain.FeeCommand.PayFee;
import vn.tthc.intake.domain.FeeCommand.WaiveFee;

/**
 * Fees: due with the reception, then paid with a receipt or waived with a ground, once. They are an axis of their own and
 * move no status: an obligation that stops the clock is another matter.
 */
final class Fees {
    private static final List<Policy<? super FeeCommand>> ALL =
            List.of(DeskPolicies::known, DeskPolicies::ours, Fees::due, Fees::stillOpen, DeskPolicies::timeGoesForward);

    private Fees() {}

    static Decision<DossierEvent> decide(DossierState state, FeeCommand command) {
        @Nullable Refusal objection = Policy.first(ALL, state, command);
        if (objection == null && command instanceof PayFee pay) {
            objection = inFull(state, pay);
        }
        return objection == null ? Decision.accept(event(command)) : new Decision.Refused<>(objection);
    }

    private static DossierEvent event(FeeCommand command) {
        return switch (command) {
            case PayFee pay ->
                new DossierEvent.FeePaid(pay.at(), pay.fee(), pay.amountVnd(), pay.channel(), pay.receipt());
            case WaiveFee waive -> new DossierEvent.FeeWaived(waive.at(), waive.fee(), waive.ground());
        };
    }

    /** Only a fee of the published procedure is taken (Thông tư 03/2025/TT-VPCP, Mẫu 01: phí, lệ phí). */
    private static @Nullable Refusal due(DossierState state, FeeCommand command) {
        return state.fees().containsKey(command.fee()) ? null : refusal(DossierProblem.FEE_NOT_DUE, command);
    }

    private static @Nullable Refusal stillOpen(DossierState state, FeeCommand command) {
        Fee fee = state.fees().get(command.fee());
        return fee == null || fee.settlement() == null ? null : refusal(DossierProblem.FEE_SETTLED, command);
    }

    private static @Nullable Refusal inFull(DossierState state, PayFee command) {
        Fee fee = state.fees().get(command.fee());
        return fee == null || fee.due().amountVnd() == command.amountVnd()
                ? null
                : new Refusal(
                        DossierProblem.FEE_AMOUNT_DIFFERS,
                        "amountVnd",
                        Map.of(
                                "fee",
                                command.fee(),
                                "amount",
                                String.valueOf(fee.due().amountVnd())));
    }

    private static Refusal refusal(DossierProblem problem, FeeCommand command) {
        return new Refusal(problem, "fee", Map.of("fee", command.fee()));
    }
}
