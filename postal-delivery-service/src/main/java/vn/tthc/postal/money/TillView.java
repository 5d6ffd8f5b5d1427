package vn.tthc.postal.money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.DifferenceKind;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.postal.domain.TillState;

/**
 * The money of a point and day, in đồng.
 *
 * @param postage postage taken
 * @param fees fees taken for agencies
 * @param passedOn fees passed on, those after the day was closed among them
 * @param givenBack fees given back to citizens, those after the day was closed among them
 * @param expected what there should be; once the day is closed, what there should have been then
 * @param owed fees that their agencies have not been given to this moment
 * @param reconciledAt when the day was closed; null while it is not
 * @param counted what was counted then
 * @param differences what did not agree then
 */
record TillView(
        String point,
        LocalDate day,
        int payments,
        long postage,
        long fees,
        long passedOn,
        long givenBack,
        long expected,
        List<OwedFees> owed,
        @Nullable Instant reconciledAt,
        @Nullable Long counted,
        List<TillDifference> differences) {

    /** Fees that an agency has not been given yet; less than nothing when it was given too much. */
    record OwedFees(String agency, long dong) {}

    /**
     * What does not agree.
     *
     * @param subject the agency or the payment; null for cash
     * @param dong how much more there is than there should be; less, when negative
     */
    record TillDifference(DifferenceKind kind, @Nullable String subject, long dong) {}

    static TillView of(String point, LocalDate day, TillState till) {
        TillEvent.Reconciled closed = till.reconciled();
        return new TillView(
                point,
                day,
                till.counting().size(),
                till.taken(PaymentKind.POSTAGE),
                till.taken(PaymentKind.AGENCY_FEE),
                till.passedOn(),
                till.givenBack(),
                closed == null ? till.expected() : closed.expected(),
                till.owed().entrySet().stream()
                        .map(owed -> new OwedFees(owed.getKey(), owed.getValue()))
                        .toList(),
                closed == null ? null : closed.occurredAt(),
                closed == null ? null : closed.counted(),
                closed == null ? List.of() : differences(closed));
    }

    static List<TillDifference> differences(TillEvent.Reconciled closed) {
        return closed.differences().stream()
                .map(difference -> new TillDifference(difference.kind(), difference.subject(), difference.dong()))
                .toList();
    }
}
