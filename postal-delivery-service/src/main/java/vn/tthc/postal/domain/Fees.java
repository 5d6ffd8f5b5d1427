package vn.tthc.postal.domain;

import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;

/** Which entries of a till are one fee: it is taken with a citizen's dossier once, and may be entered by hand as well. */
public final class Fees {
    /** How the id of a fee begins that was taken with a dossier: it is the stream of the item. */
    public static final String WITH_DOSSIER = StreamType.ITEM.prefix() + "-";

    private Fees() {}

    /** Whether it was taken with a citizen's dossier, so that its list and receipt were signed. */
    static boolean withDossier(Payment payment) {
        return payment.kind() == PaymentKind.AGENCY_FEE && payment.paymentId().startsWith(WITH_DOSSIER);
    }

    /** Whether one of the two was taken with a dossier and the other is the same fee entered by hand. */
    static boolean same(Payment one, Payment other) {
        return withDossier(one) ? byHand(other, one) : withDossier(other) && byHand(one, other);
    }

    /**
     * Whether an entry by hand is the fee that was taken with a dossier: for the same agency, and under the dossier's item or
     * the receipt the citizen got.
     */
    static boolean byHand(Payment entry, Payment fee) {
        return entry.kind() == PaymentKind.AGENCY_FEE
                && !withDossier(entry)
                && fee.agency() != null
                && fee.agency().equals(entry.agency())
                && (fee.reference().equals(entry.reference())
                        || entry.paymentId().equals(fee.receipt()));
    }
}
