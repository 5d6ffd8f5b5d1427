package vn.tthc.postal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.Difference;
import vn.tthc.contracts.postal.TillEvent.DifferenceKind;
import vn.tthc.contracts.postal.TillEvent.Payment;

/** The till of a postal point on one day: what is taken, passed on, and in the evening counted and compared. */
public final class Till {
    /** So many payments a day has, and so many transfers. */
    public static final int MOST_ENTRIES = 2_000;

    private Till() {}

    /** What follows from a command, or why it may not be. */
    public static Decision<TillEvent> decide(TillState till, TillCommand command) {
        return switch (command) {
            case TillCommand.Take take -> take(till, take);
            case TillCommand.PassOn passOn -> passOn(till, passOn);
            case TillCommand.Reconcile reconcile -> reconcile(till, reconcile);
        };
    }

    /** The state after an event. */
    public static TillState evolve(TillState till, TillEvent event) {
        return switch (event) {
            case TillEvent.PaymentTaken taken -> till.with(taken.payment());
            case TillEvent.FeesPassedOn passed -> till.with(passed.transfer());
            case TillEvent.Reconciled reconciled -> till.with(reconciled);
        };
    }

    private static Decision<TillEvent> take(TillState till, TillCommand.Take command) {
        Payment payment = command.payment();
        Payment known = till.payments().get(payment.paymentId());
        if (known != null) {
            return known.equals(payment) ? Decision.accept() : conflict("paymentId", payment.paymentId());
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
        long left = till.owed().getOrDefault(transfer.agency(), 0L);
        if (transfer.dong() > left) {
            return Decision.refuse(TillProblem.MORE_THAN_COLLECTED, "dong", Map.of("left", Long.toString(left)));
        }
        return till.transfers().size() < MOST_ENTRIES
                ? Decision.accept(new TillEvent.FeesPassedOn(command.at(), transfer))
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
        for (Payment payment : till.payments().values()) {
            Long due = payment.due();
            if (due != null && due != payment.dong()) {
                differences.add(new Difference(
                        DifferenceKind.POSTAGE_NOT_AS_TARIFF, payment.paymentId(), payment.dong() - due));
            }
        }
        return differences;
    }
}
