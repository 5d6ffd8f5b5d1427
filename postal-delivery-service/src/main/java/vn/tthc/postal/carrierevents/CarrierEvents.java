package vn.tthc.postal.carrierevents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.blob.BlobKind;
import vn.tthc.platform.blob.BlobRefused;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.postal.carrierevents.KeptEvent.Why;
import vn.tthc.postal.carriers.CarrierEvent;
import vn.tthc.postal.carriers.CarrierMeters;
import vn.tthc.postal.carriers.CarrierMeters.Heard;
import vn.tthc.postal.carriers.Carriers;
import vn.tthc.postal.carriers.Carriers.Contract;
import vn.tthc.postal.carriers.CodeTables;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.PostalPoints;
import vn.tthc.postal.scans.CarrierScans;
import vn.tthc.postal.scans.CarrierScans.CarrierProof;
import vn.tthc.postal.scans.CarrierScans.CarrierScan;

/** Makes scans of what carriers tell. What cannot be one is kept with its reason: nothing a carrier told is dropped. */
@Component
public class CarrierEvents {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierEvents.class);
    private static final String COMMAND = "carrier-event";
    private static final String FIELD = "proof";
    private static final int TRIES = 10;
    private static final int AT_ONCE = 100;
    private static final Backoff PATIENCE = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Carriers carriers;
    private final CodeTables tables;
    private final CarrierNumbers numbers;
    private final ItemReader items;
    private final PostalPoints points;
    private final CarrierScans scans;
    private final KeptEvents kept;
    private final Blobs blobs;
    private final PersonVault vault;
    private final CarrierMeters meters;
    private final InstantSource clock;

    CarrierEvents(
            Carriers carriers,
            CodeTables tables,
            CarrierNumbers numbers,
            ItemReader items,
            PostalPoints points,
            CarrierScans scans,
            KeptEvents kept,
            Blobs blobs,
            PersonVault vault,
            CarrierMeters meters,
            InstantSource clock) {
        this.carriers = carriers;
        this.tables = tables;
        this.numbers = numbers;
        this.items = items;
        this.points = points;
        this.scans = scans;
        this.kept = kept;
        this.blobs = blobs;
        this.vault = vault;
        this.meters = meters;
        this.clock = clock;
    }

    /** Why an event is kept. */
    private static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;
        private final Why why;

        Unclear(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /** Hears an event; whatever comes of it is durable when this returns. */
    public Heard hear(Contract carrier, CarrierEvent event) {
        Heard heard = heard(carrier, event);
        meters.heard(heard);
        return heard;
    }

    private Heard heard(Contract carrier, CarrierEvent event) {
        Optional<KeptEvents.Kept> before = kept.find(carrier.name(), event.eventId());
        if (before.isPresent() && before.get().event().settled() != null) {
            return Heard.KNOWN;
        }
        try {
            Heard heard = scan(carrier, event);
            before.ifPresent(entry -> kept.delete(entry.event()));
            return heard;
        } catch (Unclear unclear) {
            if (before.isPresent()) {
                return Heard.KEPT;
            }
            Instant now = clock.instant();
            CarrierEvent.CarrierProof proof = event.proof();
            kept.put(
                    new KeptEvent(
                            carrier.name(),
                            event.withProof(null),
                            proof == null ? null : seal(carrier.name(), event.eventId(), proof),
                            unclear.why,
                            now,
                            0,
                            next(unclear.why, 1, now),
                            null),
                    0);
            return Heard.KEPT;
        }
    }

    /** Tries those again whose time has come, a bounded number. */
    public void tryDue() {
        for (KeptEvents.Kept entry : kept.due(clock.instant(), AT_ONCE)) {
            Optional<Contract> contract = carriers.find(entry.event().carrier());
            if (contract.isEmpty()) {
                kept.put(entry.event().again(entry.event().why(), null), entry.version());
                continue;
            }
            try {
                again(contract.get(), entry);
            } catch (RuntimeException e) {
                // One event must not hold up the others: it waits as if its item were still unknown.
                LOG.warn("A kept event failed again: {}", e.getClass().getName());
                Instant next = next(Why.UNKNOWN_ITEM, entry.event().attempts() + 2, clock.instant());
                kept.put(entry.event().again(entry.event().why(), next), entry.version());
            }
        }
    }

    /** How many wait for a person. */
    public long waiting() {
        return kept.count(KeptEvents.State.PERSON);
    }

    /** Tries a kept event again; answers whether it is a scan now. */
    boolean again(Contract carrier, KeptEvents.Kept entry) {
        KeptEvent event = entry.event();
        try {
            Heard heard = scan(carrier, event.event().withProof(opened(event)));
            meters.heard(heard);
            kept.delete(event);
            return true;
        } catch (Unclear unclear) {
            kept.put(
                    event.again(unclear.why, next(unclear.why, event.attempts() + 2, clock.instant())),
                    entry.version());
            return false;
        }
    }

    /** Only an item that is not known yet may become known by itself. */
    private static @Nullable Instant next(Why why, int tries, Instant now) {
        return why == Why.UNKNOWN_ITEM && tries < TRIES ? now.plus(PATIENCE.after(tries)) : null;
    }

    private Heard scan(Contract carrier, CarrierEvent event) throws Unclear {
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
        StreamId stream = StreamId.item(
                numbers.find(carrier.name(), event.number()).orElseThrow(() -> new Unclear(Why.UNKNOWN_ITEM)));
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
     * that it was there; else with the carrier, which is all that is known.
     */
    private String place(Contract carrier, CarrierEvent event, ScanKind kind, ItemState.Open item) {
        String told = event.point() == null ? "" : event.point();
        if (points.find(told).isPresent()) {
            return told;
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

    private Sealed seal(String carrier, String eventId, CarrierEvent.CarrierProof proof) {
        return vault.seal(vault.newPerson(), place(carrier, eventId), COMMAND, FIELD, JSON.writeValueAsString(proof));
    }

    private CarrierEvent.@Nullable CarrierProof opened(KeptEvent event) {
        Sealed sealed = event.proof();
        return sealed == null
                ? null
                : vault.open(sealed, place(event.carrier(), event.event().eventId()), COMMAND, FIELD)
                        .map(text -> JSON.readValue(text, CarrierEvent.CarrierProof.class))
                        .orElse(null);
    }

    private static StreamId place(String carrier, String eventId) {
        return StreamId.item(Ids.uuid(KeptEvent.id(carrier, eventId)));
    }
}
