package vn.tthc.postal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.Difference;
import vn.tthc.contracts.postal.TillEvent.DifferenceKind;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.contracts.postal.TillEvent.Refund;

/** The till of a postal point on one day: what is taken, passed on, and in the evening counted and compared. */
public final class Till {
    /** So many payments a day has, so many transfers, and so many refunds. */
    public static final int MOST_ENTRIES = 2_000;

    private Till() {}

    /** What follows from a command, or why it may not be. */
    public static Decision<TillEvent> decide(TillState till, TillCommand command) {
        return switch (command) {
            case TillCommand.Take take -> take(till, take);
            case TillCommand.PassOn passOn -> passOn(till, passOn);
            case TillCommand.GiveBack back -> giveBack(till, back);
            case TillCommand.Reconcile reconcile -> reconcile(till, reconcile);
        };
    }

    /** The state after an event. */
    public static TillState evolve(TillState till, TillEvent event) {
        return switch (event) {
            case TillEvent.PaymentTaken taken -> till.with(taken.payment());
            case TillEvent.FeesPassedOn passed -> till.with(passed.transfer());
            case TillEvent.FeeGivenBack back -> till.with(back.refund());
            case TillEvent.Reconciled reconciled -> till.with(reconciled);
        };
    }

    /**
     * A payment, once. A fee that was taken with a dossier is not entered by hand; the other way round it replaces what was
     * entered by hand, or, once the day was closed with that, is in it already.
     */
    private static Decision<TillEvent> take(TillState till, TillCommand.Take command) {
        Payment payment = command.payment();
        Payment known = till.payments().get(payment.paymentId());
        if (known != null) {
            return known.equals(payment) ? Decision.accept() : conflict("paymentId", payment.paymentId());
        }
        boolean twin = till.twin(payment).isPresent();
        if (twin && !Fees.withDossier(payment)) {
            return Decision.refuse(TillProblem.FEE_WITH_DOSSIER, "reference", Map.of());
        }
        if (twin && till.reconciled() != null) {
            return Decision.accept();
        }
        if (till.reconciled() != null) {
            return Decision.refuse(TillProblem.TILL_RECONCILED);
        }
        return till.payments().size() < MOST_ENTRIES
                ? Decision.accept(new TillEvent.PaymentTaken(command.at(), payment))
                : full();
    }

    /**
     * Fees go to their agency also after the day was closed: what is owed then is one of the differences, and no other till
     * has that money.
     */
    private static Decision<TillEvent> passOn(TillState till, TillCommand.PassOn command) {
        var transfer = command.transfer();
        var known = till.transfers().get(transfer.transferId());
        if (known != null) {
            return known.equals(transfer) ? Decision.accept() : conflict("transferId", transfer.transferId());
        }
        long left = Math.max(0, till.owed().getOrDefault(transfer.agency(), 0L));
        if (transfer.dong() > left) {
            return Decision.refuse(TillProblem.MORE_THAN_COLLECTED, "dong", Map.of("left", Long.toString(left)));
        }
        return till.transfers().size() < MOST_ENTRIES
                ? Decision.accept(new TillEvent.FeesPassedOn(command.at(), transfer))
                : full();
    }

    /** A fee goes back to the citizen as long as it is here, also after the day was closed: then its agency is owed less. */
    private static Decision<TillEvent> giveBack(TillState till, TillCommand.GiveBack command) {
        Refund refund = command.refund();
        Refund known = till.refunds().get(refund.refundId());
        if (known != null) {
            return known.equals(refund) ? Decision.accept() : conflict("refundId", refund.refundId());
        }
        Payment fee = till.counting().stream()
                .filter(payment -> payment.kind() == PaymentKind.AGENCY_FEE
                        && payment.paymentId().equals(refund.paymentId()))
                .findFirst()
                .orElse(null);
        if (fee == null) {
            return Decision.refuse(TillProblem.NO_SUCH_FEE, "paymentId", Map.of("id", refund.paymentId()));
        }
        long left = till.left(fee);
        if (refund.dong() > left) {
            return Decision.refuse(TillProblem.MORE_THAN_TAKEN, "dong", Map.of("left", Long.toString(left)));
        }
        return till.refunds().size() < MOST_ENTRIES
                ? Decision.accept(new TillEvent.FeeGivenBack(command.at(), refund))
                : full();
    }

    private static Decision<TillEvent> full() {
        return Decision.refuse(TillProblem.TILL_FULL, null, Map.of("most", Integer.toString(MOST_ENTRIES)));
    }

    private static Decision<TillEvent> conflict(String field, String id) {
        return Decision.refuse(TillProblem.PAYMENT_CONFLICT, field, Map.of("id", id));
    }

    private static Decision<TillEvent> reconcile(TillState till, TillCommand.Reconcile command) {
        if (till.reconciled() != null) {
            return Decision.refuse(TillProblem.TILL_RECONCILED);
        }
        if (till.payments().isEmpty()) {
            return Decision.refuse(TillProblem.TILL_EMPTY);
        }
        long expected = till.expected();
        return Decision.accept(new TillEvent.Reconciled(
                command.at(), command.counted(), expected, differences(till, command.counted() - expected)));
    }

    private static List<Difference> differences(TillState till, long cash) {
        List<Difference> differences = new ArrayList<>();
        if (cash != 0) {
            differences.add(new Difference(DifferenceKind.CASH, null, cash));
        }
        till.owed()
                .forEach((agency, left) ->
                        differences.add(new Difference(DifferenceKind.FEES_NOT_PASSED_ON, agency, left)));
        for (Payment payment : till.counting()) {
            Long due = payment.due();
            if (due != null && due != payment.dong()) {
                differences.add(new Difference(
                        DifferenceKind.POSTAGE_NOT_AS_TARIFF, payment.paymentId(), payment.dong() - due));
            }
        }
        return differences;
    }
}
