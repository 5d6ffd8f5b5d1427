package vn.tthc.postal.carrierorders;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.postal.carriers.CarrierOrder;
import vn.tthc.postal.domain.Retention;

/**
 * Writes out what a carrier needs to find somebody, from the item's own events. That it was given to the carrier is
 * recorded like any reading of personal data, and without that record nothing is given.
 */
@Component
class OrderPapers {
    private static final int PAGE = 500;

    private final EventLog log;
    private final EventJson json;
    private final PersonVault vault;
    private final ReadLog readings;
    private final InstantSource clock;

    OrderPapers(EventLog log, EventJson json, PersonVault vault, ReadLog readings, InstantSource clock) {
        this.log = log;
        this.json = json;
        this.vault = vault;
        this.readings = readings;
        this.clock = clock;
    }

    private record Told<T>(T event, Envelope envelope) {}

    /** A sealed text with the place it is sealed for. */
    private record Text(@Nullable Sealed sealed, Envelope envelope, String field) {}

    /** The order as the item is at a version; empty when there is no such item. */
    Optional<CarrierOrder> of(Order order) {
        Told<PostalEvent.Opened> opened = null;
        Told<PostalEvent.AddressChanged> moved = null;
        boolean cancelled = false;
        String stream = StreamId.item(order.itemId()).toString();
        for (long from = 1; from <= order.wanted(); from += PAGE) {
            for (RecordedEvent recorded : log.read(stream, from, PAGE)) {
                Envelope envelope = recorded.envelope();
                if (envelope.version() > order.wanted()) {
                    break;
                }
                switch (json.read(envelope.type(), envelope.revision(), recorded.data())) {
                    case PostalEvent.Opened event -> opened = new Told<>(event, envelope);
                    case PostalEvent.AddressChanged event -> moved = new Told<>(event, envelope);
                    case PostalEvent.Cancelled event -> cancelled = true;
                    default -> {}
                }
            }
        }
        return opened == null ? Optional.empty() : Optional.of(written(order, opened, moved, cancelled));
    }

    private CarrierOrder written(
            Order order,
            Told<PostalEvent.Opened> opened,
            @Nullable Told<PostalEvent.AddressChanged> moved,
            boolean cancelled) {
        PostalEvent.Opened item = opened.event();
        Text address = moved == null
                ? new Text(item.toAddress(), opened.envelope(), "toAddress")
                : new Text(moved.event().toAddress(), moved.envelope(), "toAddress");
        Party party = cancelled ? null : item.addressee();
        List<String> read = new ArrayList<>();
        CarrierOrder.Place person = new CarrierOrder.Place(
                open(party == null ? null : party.name(), opened.envelope(), "addressee.name", read),
                open(party == null ? null : party.phone(), opened.envelope(), "addressee.phone", read),
                cancelled ? null : open(address.sealed(), address.envelope(), address.field(), read),
                moved == null ? item.toUnit() : moved.event().toUnit(),
                moved == null ? item.office() : moved.event().office());
        if (!read.isEmpty()) {
            readings.record(new Reading(
                    clock.instant(),
                    "carrier:" + order.carrier(),
                    Set.of(Role.SYSTEM),
                    null,
                    null,
                    order.dossierId(),
                    read,
                    ReadPurpose.DELIVERY,
                    item.identifier(),
                    null));
        }
        Integer days = moved == null
                ? item.retentionDays()
                : Integer.valueOf(moved.event().retentionDays());
        return new CarrierOrder(
                order.itemId(),
                order.wanted(),
                cancelled,
                item.identifier(),
                item.dossierCode(),
                item.purpose(),
                item.purpose() == Purpose.INBOUND_DOSSIER || item.purpose() == Purpose.SURRENDERED_PAPERS,
                new CarrierOrder.Place(
                        item.from().name(), null, null, item.from().id(), null),
                person,
                days == null ? Retention.LONGEST_DAYS : days);
    }

    private @Nullable String open(@Nullable Sealed sealed, Envelope envelope, String field, List<String> read) {
        if (sealed == null) {
            return null;
        }
        Optional<String> text = vault.open(sealed, StreamId.parse(envelope.stream()), envelope.commandId(), field);
        text.ifPresent(plain -> read.add(field));
        return text.orElse(null);
    }
}
