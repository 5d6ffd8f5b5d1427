package vn.tthc.postal.carrierevents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.blob.BlobKind;
import vn.tthc.platform.blob.BlobRefused;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.postal.carrierevents.KeptEvent.Why;
import vn.tthc.postal.carriers.CarrierEvent;
import vn.tthc.postal.carriers.CarrierMeters.Heard;
import vn.tthc.postal.carriers.Carriers.Contract;
import vn.tthc.postal.carriers.CodeTables;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.PostalPoints;
import vn.tthc.postal.scans.CarrierScans;
import vn.tthc.postal.scans.CarrierScans.CarrierProof;
import vn.tthc.postal.scans.CarrierScans.CarrierScan;

/** Reads what a carrier tells by its tables, and makes a scan of it where that is clear. */
@Component
class EventScans {
    private final CodeTables tables;
    private final CarrierNumbers numbers;
    private final ItemReader items;
    private final PostalPoints points;
    private final CarrierScans scans;
    private final Blobs blobs;

    EventScans(
            CodeTables tables,
            CarrierNumbers numbers,
            ItemReader items,
            PostalPoints points,
            CarrierScans scans,
            Blobs blobs) {
        this.tables = tables;
        this.numbers = numbers;
        this.items = items;
        this.points = points;
        this.scans = scans;
        this.blobs = blobs;
    }

    /**
     * Makes a scan of an event, and records it.
     *
     * @throws Unclear when it cannot be one
     */
    Heard scan(Contract carrier, CarrierEvent event) throws Unclear {
        CodeTables.Effect effect = tables.code(carrier.table(), event.code(), event.occurredAt())
                .orElseThrow(() -> new Unclear(Why.UNKNOWN_CODE));
        return switch (effect) {
            case CodeTables.Nothing nothing -> Heard.NOTED;
            case CodeTables.Person person -> throw new Unclear(Why.FOR_A_PERSON);
            case CodeTables.Legal legal -> throw new IllegalStateException("a code is no reason");
            case CodeTables.Scanned scanned -> tell(carrier, event, scanned.kind());
        };
    }

    private Heard tell(Contract carrier, CarrierEvent event, ScanKind kind) throws Unclear {
        FailureReason reason = kind == ScanKind.ATTEMPT_FAILED ? reason(carrier, event) : null;
        String itemId = numbers.find(carrier.name(), event.number()).orElseThrow(() -> new Unclear(Why.UNKNOWN_ITEM));
        if (numbers.isAnothers(carrier.name(), itemId)) {
            throw new Unclear(Why.OTHER_CARRIER);
        }
        StreamId stream = StreamId.item(itemId);
        ItemState.Open item = items.find(stream)
                .orElseThrow(() -> new Unclear(Why.UNKNOWN_ITEM))
                .state();
        CarrierScan scan = new CarrierScan(
                carrier.name(),
                event.eventId(),
                kind,
                event.occurredAt(),
                event.sequence() == null ? 0 : event.sequence(),
                place(carrier, event, kind, item),
                reason,
                carrier.word() + ":" + event.code() + (event.reason() == null ? "" : "/" + event.reason()),
                kind == ScanKind.DELIVERED ? proof(event.proof()) : null);
        return switch (scans.tell(scan, stream, item)) {
            case RECORDED -> Heard.RECORDED;
            case SET_ASIDE -> Heard.SET_ASIDE;
            case KNOWN -> Heard.KNOWN;
            case REFUSED -> throw new Unclear(Why.CONTRADICTS);
        };
    }

    /**
     * Where it was: the point the carrier names, when it is one of ours; the item's delivery office, where the code says
     * that it was there; else with the carrier, which is all that is known. Told again after a redirection it was where it
     * was: at the office of that time.
     */
    private String place(Contract carrier, CarrierEvent event, ScanKind kind, ItemState.Open item) {
        String told = event.point() == null ? "" : event.point();
        if (points.find(told).isPresent()) {
            return told;
        }
        Scan before = item.find(CarrierScans.scanId(carrier.name(), event.eventId()));
        if (before != null
                && (before.point().equals(carrier.word()) || item.offices().contains(before.point()))) {
            return before.point();
        }
        String office = item.item().office();
        return switch (kind) {
            case AT_DELIVERY_OFFICE, ATTEMPT_FAILED, INVITED, DELIVERED -> office == null ? carrier.word() : office;
            case ACCEPTED, IN_TRANSIT, RETURNING, RETURNED -> carrier.word();
        };
    }

    private FailureReason reason(Contract carrier, CarrierEvent event) throws Unclear {
        CodeTables.Effect effect = tables.reason(carrier.table(), event.reason(), event.occurredAt())
                .orElseThrow(() -> new Unclear(Why.UNKNOWN_REASON));
        if (effect instanceof CodeTables.Legal legal) {
            return legal.reason();
        }
        throw new Unclear(Why.UNKNOWN_REASON);
    }

    private CarrierProof proof(CarrierEvent.@Nullable CarrierProof told) throws Unclear {
        if (told == null || (told.oneTimeCode() == null && told.signature() == null)) {
            throw new Unclear(Why.PROOF_MISSING);
        }
        return new CarrierProof(
                told.recipientName(),
                told.relation().name(),
                told.paperShown(),
                told.signature() == null ? null : picture(told.signature()),
                told.oneTimeCode(),
                told.place());
    }

    private String picture(String base64) throws Unclear {
        try {
            byte[] content = Base64.getDecoder().decode(base64);
            BlobKind kind = Arrays.equals(Arrays.copyOf(content, 3), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})
                    ? BlobKind.JPEG
                    : BlobKind.PNG;
            return blobs.put(kind, new ByteArrayInputStream(content)).hash();
        } catch (IllegalArgumentException | BlobRefused noPicture) {
            throw new Unclear(Why.PROOF_MISSING);
        } catch (IOException e) {
            throw new UncheckedIOException("memory was not read to its end", e);
        }
    }
}
