package vn.tthc.postal.carrierorders;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.carriers.Carriers;

/**
 * Notes what carriers have to know: an item to be fetched, its new address, that it stays. The note is all it does; sending
 * is somebody else's work, so that an event told again is not an order sent again.
 */
@Component
class OrderAtCarrier implements Reaction {
    private final Carriers carriers;
    private final CarrierOrders orders;
    private final InstantSource clock;

    OrderAtCarrier(Carriers carriers, CarrierOrders orders, InstantSource clock) {
        this.carriers = carriers;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "order-at-carrier";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public void react(ReceivedEvent received) {
        Envelope envelope = received.envelope();
        if (!(received.event() instanceof PostalEvent event) || envelope.origin() == Origin.IMPORTED) {
            return;
        }
        String itemId = StreamId.parse(envelope.stream()).id();
        if (event instanceof PostalEvent.Opened opened) {
            if (opened.purpose() == Purpose.INBOUND_DOSSIER || opened.purpose() == Purpose.SURRENDERED_PAPERS) {
                return; // the post has it from the moment the citizen gave it: there is nothing to be fetched
            }
            carriers.forOrder(opened.toUnit(), opened.purpose())
                    .ifPresent(carrier -> orders.want(
                            itemId, opened.dossierId(), carrier.name(), envelope.version(), clock.instant()));
        } else if (event instanceof PostalEvent.AddressChanged || event instanceof PostalEvent.Cancelled) {
            orders.find(itemId)
                    .map(kept -> kept.order().carrier())
                    .ifPresent(carrier ->
                            orders.want(itemId, event.dossierId(), carrier, envelope.version(), clock.instant()));
        }
    }
}
