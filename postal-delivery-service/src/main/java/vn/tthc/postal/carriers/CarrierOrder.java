package vn.tthc.postal.carriers;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.Purpose;

/**
 * An item to be fetched and delivered. Its names and addresses are in the open here, and nowhere kept.
 *
 * @param orderId id of the item: an item is ordered once
 * @param revision rises with every change of the order
 * @param cancelled whether it is not to be carried after all
 * @param identifier S10 identifier on its label
 * @param dossierCode code of the dossier it belongs to
 * @param purpose what it carries
 * @param toAgency whether it goes from the person to the agency rather than the other way
 * @param agency the one-stop
 * @param person the citizen
 * @param retentionDays days it is kept at the delivery office
 */
public record CarrierOrder(
        String orderId,
        long revision,
        boolean cancelled,
        String identifier,
        String dossierCode,
        Purpose purpose,
        boolean toAgency,
        Place agency,
        Place person,
        int retentionDays) {

    /** Somebody's door. */
    public record Place(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String unit,
            @Nullable String office) {
        @Override
        public String toString() {
            return "Place[***]";
        }
    }
}
