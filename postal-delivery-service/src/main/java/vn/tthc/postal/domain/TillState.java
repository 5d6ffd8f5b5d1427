package vn.tthc.postal.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.contracts.postal.TillEvent.Transfer;

/**
 * What is known of the till of a point and day.
 *
 * @param payments what was taken, by id, in the order in which it was told
 * @param transfers what was passed on, by id
 * @param reconciled how the day was closed; null while it is not
 */
public record TillState(
        Map<String, Payment> payments, Map<String, Transfer> transfers, TillEvent.@Nullable Reconciled reconciled) {
    /** Before anything was told of it. */
    public static final TillState NONE = new TillState(Map.of(), Map.of(), null);

    TillState with(Payment payment) {
        Map<String, Payment> more = new LinkedHashMap<>(payments);
        more.put(payment.paymentId(), payment);
        return new TillState(more, transfers, reconciled);
    }

    TillState with(Transfer transfer) {
        Map<String, Transfer> more = new LinkedHashMap<>(transfers);
        more.put(transfer.transferId(), transfer);
        return new TillState(payments, more, reconciled);
    }

    TillState with(TillEvent.Reconciled event) {
        return new TillState(payments, transfers, event);
    }

    /** Money taken of a kind. */
    public long taken(PaymentKind kind) {
        return payments.values().stream()
                .filter(payment -> payment.kind() == kind)
                .mapToLong(Payment::dong)
                .sum();
    }

    /** Money passed on. */
    public long passedOn() {
        return transfers.values().stream().mapToLong(Transfer::dong).sum();
    }

    /** What there should be by now; when the day is closed, what its reconciliation expected stands there. */
    public long expected() {
        return taken(PaymentKind.POSTAGE) + taken(PaymentKind.AGENCY_FEE) - passedOn();
    }

    /** Fees that their agencies have not been given yet, by agency. */
    public Map<String, Long> owed() {
        Map<String, Long> owed = new TreeMap<>();
        for (Payment payment : payments.values()) {
            String agency = payment.agency();
            if (agency != null && payment.kind() == PaymentKind.AGENCY_FEE) {
                owed.merge(agency, payment.dong(), Long::sum);
            }
        }
        transfers.values().forEach(transfer -> owed.merge(transfer.agency(), -transfer.dong(), Long::sum));
        owed.values().removeIf(left -> left == 0);
        return owed;
    }
}
