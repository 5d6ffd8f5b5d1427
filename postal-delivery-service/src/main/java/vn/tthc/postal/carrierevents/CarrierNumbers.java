package vn.tthc.postal.carrierevents;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.postal.carrierorders.CarrierOrders;
import vn.tthc.postal.items.ItemLists;
import vn.tthc.postal.items.ItemReader;

/** Which item a carrier means: by the id of the order, our S10 identifier, or a number of its own of whatever shape. */
@Component
class CarrierNumbers {
    private final ItemReader items;
    private final ItemLists lists;
    private final CarrierOrders orders;

    CarrierNumbers(ItemReader items, ItemLists lists, CarrierOrders orders) {
        this.items = items;
        this.lists = lists;
        this.orders = orders;
    }

    /** Whether an item is ordered, and at another carrier. */
    boolean isAnothers(String carrier, String itemId) {
        return orders.find(itemId)
                .filter(kept -> !kept.order().carrier().equals(carrier))
                .isPresent();
    }

    /** The id of the item, empty when nobody knows that number (yet). */
    Optional<String> find(String carrier, String number) {
        if (ItemReader.isItemId(number) && items.find(StreamId.item(number)).isPresent()) {
            return Optional.of(number);
        }
        return orders.ofNumber(carrier, number)
                .or(() -> lists.byIdentifier(number).map(StreamId::id));
    }
}
