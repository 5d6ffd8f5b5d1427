package vn.tthc.contracts.postal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;

/**
 * The money of a postal point on one day, in đồng. Stream {@code till-<point>-<day>}, topic {@code tthc.postal}.
 */
public sealed interface TillEvent extends TthcEvent {

    /** Money was taken, or postage was let off. */
    @EventType("till.payment-taken")
    record PaymentTaken(Instant occurredAt, Payment payment) implements TillEvent {}

    /** Fees collected for an agency were passed on to it. */
    @EventType("till.fees-passed-on")
    record FeesPassedOn(Instant occurredAt, Transfer transfer) implements TillEvent {}

    /** A fee that its agency has not been given went back to the citizen who paid it. */
    @EventType("till.fee-given-back")
    record FeeGivenBack(Instant occurredAt, Refund refund) implements TillEvent {}

    /**
     * The day was closed: what is there was counted and compared with what there should be.
     *
     * @param counted what was counted
     * @param expected postage and fees taken, less what was passed on and given back
     */
    @EventType("till.reconciled")
    record Reconciled(Instant occurredAt, long counted, long expected, List<Difference> differences)
            implements TillEvent {
        public Reconciled {
            differences = List.copyOf(differences);
        }
    }

    /** What money is taken for. */
    enum PaymentKind {
        /** Cước bưu chính: for the post. */
        POSTAGE,
        /** Phí, lệ phí thu hộ: for the agency. */
        AGENCY_FEE
    }

    /**
     * One payment.
     *
     * @param paymentId unique per point and day, such as the number of the receipt
     * @param kind what for
     * @param dong how much was taken
     * @param due how much there was to take by the tariff; null for the fee of an agency, which says itself what it is
     * @param tariff version of the tariff; null for the fee of an agency
     * @param free why postage was let off; null when it was not
     * @param agency the agency a fee is for; null for postage
     * @param reference identifier of the item or code of the dossier
     * @param receipt number of the receipt, for a fee that was taken with a citizen's dossier; null for what was entered by
     *     hand, and in events from before it was told
     */
    record Payment(
            String paymentId,
            PaymentKind kind,
            long dong,
            @Nullable Long due,
            @Nullable String tariff,
            @Nullable String free,
            @Nullable String agency,
            String reference,
            @Nullable String receipt) {}

    /**
     * Fees passed on.
     *
     * @param transferId unique per point and day
     * @param agency who got them
     * @param document number of the paper both sides hold
     */
    record Transfer(String transferId, String agency, long dong, String document) {}

    /**
     * A fee given back.
     *
     * @param refundId unique per point and day
     * @param paymentId the payment by which it was taken
     * @param document number of the paper the citizen signed
     */
    record Refund(String refundId, String paymentId, long dong, String document) {}

    /** What does not agree. */
    enum DifferenceKind {
        /** More or less was counted than there should be. */
        CASH,
        /** Fees of an agency that it has not been given. */
        FEES_NOT_PASSED_ON,
        /** Postage that is not what the tariff says. */
        POSTAGE_NOT_AS_TARIFF
    }

    /**
     * A difference.
     *
     * @param subject the agency or the payment; null for cash
     * @param dong how much more there is than there should be; less, when negative
     */
    record Difference(DifferenceKind kind, @Nullable String subject, long dong) {}
}
