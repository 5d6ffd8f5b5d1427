package vn.tthc.postal.carriers;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the system asks of a carrier. */
public interface Carrier {
    /** Whether it takes orders and answers questions at all; one that does not only tells. */
    boolean takesOrders();

    /**
     * Orders an item to be fetched and delivered, or says how the order stands now. The same order with the same revision
     * changes nothing there, with an older one neither.
     *
     * @return the number the carrier knows the item by
     * @throws CarrierAway when it is not known whether it took it
     * @throws CarrierRefused when it will not take it
     */
    String order(CarrierOrder order) throws InterruptedException;

    /**
     * Everything it has to tell of an order, however often it was told, as it wrote it: an event that cannot be read must not
     * hide the others.
     *
     * @throws CarrierAway when it does not answer
     * @throws CarrierRefused when it knows of no such order
     */
    List<JsonNode> told(String orderId) throws InterruptedException;
}
