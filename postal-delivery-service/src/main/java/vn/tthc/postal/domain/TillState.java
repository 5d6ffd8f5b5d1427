package vn.tthc.postal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.contracts.postal.TillEvent.Refund;
import vn.tthc.contracts.postal.TillEvent.Transfer;

/**
 * What is known of the till of a point and day.
 *
 * @param payments what was told to be taken, by id, in the order in which it was told
 * @param transfers what was passed on, by id
 * @param refunds what was given back, by id
 * @param reconciled how the day was closed; null while it is not
 */
public record TillState(
        Map<String, Payment> payments,
        Map<String, Transfer> transfers,
        Map<String, Refund> refunds,
        TillEvent.@Nullable Reconciled reconciled) {
    /** Before anything was told of it. */
    public static final TillState NONE = new TillState(Map.of(), Map.of(), Map.of(), null);

    TillState with(Payment payment) {
        return new TillState(plus(payments, payment.paymentId(), payment), transfers, refunds, reconciled);
    }

    TillState with(Transfer transfer) {
        return new TillState(payments, plus(transfers, transfer.transferId(), transfer), refunds, reconciled);
    }

    TillState with(Refund refund) {
        return new TillState(payments, transfers, plus(refunds, refund.refundId(), refund), reconciled);
    }

    TillState with(TillEvent.Reconciled event) {
        return new TillState(payments, transfers, refunds, event);
    }

    private static <T> Map<String, T> plus(Map<String, T> before, String id, T one) {
        Map<String, T> more = new LinkedHashMap<>(before);
        more.put(id, one);
        return more;
    }

    /**
     * The payments that count: a fee entered by hand is the same money as the fee that was taken with the dossier, whichever
     * was told first.
     */
    public List<Payment> counting() {
        List<Payment> brought =
                payments.values().stream().filter(Fees::withDossier).toList();
        return payments.values().stream()
                .filter(payment -> brought.stream().noneMatch(fee -> Fees.byHand(payment, fee)))
                .toList();
    }

    /** The other entry of the same fee: by hand for one that was taken with a dossier, and the other way round. */
    Optional<Payment> twin(Payment payment) {
        return payments.values().stream()
                .filter(other -> Fees.same(payment, other))
                .findFirst();
    }

    /** Money taken of a kind. */
    public long taken(PaymentKind kind) {
        return counting().stream()
                .filter(payment -> payment.kind() == kind)
                .mapToLong(Payment::dong)
                .sum();
    }

    /** Money passed on. */
    public long passedOn() {
        return transfers.values().stream().mapToLong(Transfer::dong).sum();
    }

    /** Money given back. */
    public long givenBack() {
        return refunds.values().stream().mapToLong(Refund::dong).sum();
    }

    /** What there should be by now; when the day is closed, what its reconciliation expected stands there. */
    public long expected() {
        return taken(PaymentKind.POSTAGE) + taken(PaymentKind.AGENCY_FEE) - passedOn() - givenBack();
    }

    /** Fees that their agencies have not been given yet, by agency; less than nothing when one was given too much. */
    public Map<String, Long> owed() {
        Map<String, Long> owed = new TreeMap<>();
        for (Payment payment : counting()) {
            String agency = payment.agency();
            if (agency != null && payment.kind() == PaymentKind.AGENCY_FEE) {
                owed.merge(agency, payment.dong(), Long::sum);
            }
        }
        transfers.values().forEach(transfer -> owed.merge(transfer.agency(), -transfer.dong(), Long::sum));
        for (Refund refund : refunds.values()) {
            Payment payment = payments.get(refund.paymentId());
            if (payment != null && payment.agency() != null) {
                owed.merge(payment.agency(), -refund.dong(), Long::sum);
            }
        }
        owed.values().removeIf(left -> left == 0);
        return owed;
    }

    private boolean isOf(Refund refund, Payment fee) {
        Payment given = payments.get(refund.paymentId());
        return given != null && (given.equals(fee) || Fees.same(given, fee));
    }

    /** How much of a fee is still here: not given back, and not passed on to its agency. */
    long left(Payment fee) {
        long back = refunds.values().stream()
                .filter(refund -> isOf(refund, fee))
                .mapToLong(Refund::dong)
                .sum();
        long owed = fee.agency() == null ? 0 : owed().getOrDefault(fee.agency(), 0L);
        return Math.max(0, Math.min(fee.dong() - back, owed));
    }
}
