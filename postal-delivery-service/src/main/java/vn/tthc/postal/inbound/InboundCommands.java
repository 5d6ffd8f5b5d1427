package vn.tthc.postal.inbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.postal.FeeReceipt;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.inbound.SealedFilings.Place;
import vn.tthc.postal.reference.Destinations;
import vn.tthc.postal.reference.PostalPoints;
import vn.tthc.postal.reference.S10Identifiers;

/** Makes the commands of a taking and of a comparison: numbers and persons' keys are used up, so once for each. */
@Component
class InboundCommands {
    private static final int FIRST_EVENTS = 10;

    private final PostalPoints points;
    private final Destinations destinations;
    private final S10Identifiers identifiers;
    private final SealedFilings sealed;
    private final EventLog log;
    private final EventJson json;
    private final InstantSource clock;

    InboundCommands(
            PostalPoints points,
            Destinations destinations,
            S10Identifiers identifiers,
            SealedFilings sealed,
            EventLog log,
            EventJson json,
            InstantSource clock) {
        this.points = points;
        this.destinations = destinations;
        this.identifiers = identifiers;
        this.sealed = sealed;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** A dossier taken from a citizen, under the next number of the point's unit. */
    ItemCommand taking(TakingBody body, AgencyRef oneStop, String dossierId, StreamId stream, CommandContext context) {
        Instant now = clock.instant();
        Place place = new Place(stream, context.commandId());
        return new ItemCommand.TakeDossier(
                now,
                new ItemCommand.Open(
                        now,
                        dossierId,
                        Purpose.INBOUND_DOSSIER,
                        1,
                        1,
                        identifier(body.point()),
                        "",
                        oneStop,
                        destinations.of(body.receivingAgency(), null),
                        null),
                sealed.seal(body, place),
                body.papers().stream().map(TakingBody.PaperBody::paper).toList(),
                body.seal(),
                body.fee() == null
                        ? null
                        : new FeeReceipt(body.fee().amountVnd(), body.fee().receipt()),
                sealed.signature(body.citizen(), place, "citizen"),
                scan(ItemCommand.TakeDossier.SCAN_ID, ScanKind.ACCEPTED, now, body.point(), null));
    }

    /** Papers surrendered with a result, under the next number of the point's unit, to the one-stop it came from. */
    ItemCommand surrender(
            SurrenderEndpoint.SurrenderBody body,
            String resultItem,
            PostalEvent.Opened result,
            StreamId stream,
            CommandContext context) {
        Instant now = clock.instant();
        Place place = new Place(stream, context.commandId());
        return new ItemCommand.TakeSurrendered(
                now,
                new ItemCommand.Open(
                        now,
                        result.dossierId(),
                        Purpose.SURRENDERED_PAPERS,
                        1,
                        1,
                        identifier(body.point()),
                        result.dossierCode(),
                        result.from(),
                        destinations.of(result.from().id(), null),
                        null),
                resultItem,
                body.papers().stream().map(TakingBody.PaperBody::paper).toList(),
                body.seal(),
                sealed.signature(body.citizen(), place, "citizen"),
                scan(ItemCommand.TakeDossier.SCAN_ID, ScanKind.ACCEPTED, now, body.point(), null));
    }

    private String identifier(String point) {
        String unit = points.find(point).orElseThrow().unit();
        return identifiers.next(unit).orElseThrow(() -> new Problem(ItemProblem.NO_IDENTIFIERS, 409, null, Map.of()));
    }

    private static Scan scan(String id, ScanKind kind, Instant at, String point, @Nullable Proof proof) {
        return new Scan(id, kind, at, point, "desk-" + point, 0, null, proof, null);
    }

    /** What the one-stop found in it. */
    ItemCommand checking(CheckBody body, ItemState.Open item, StreamId stream, CommandContext context) {
        Instant now = clock.instant();
        Place place = new Place(stream, context.commandId());
        String office = item.item().office();
        String point = office == null ? points.fetching(item.item().from().id()) : office;
        return new ItemCommand.CheckDossier(
                now,
                filing(stream, place),
                item.item().from(),
                body.sealIntact(),
                body.papers().stream().map(TakingBody.PaperBody::paper).toList(),
                sealed.signature(body.carrier(), place, "carrier"),
                scan("checked", ScanKind.DELIVERED, now, point, sealed.proof(body, place)));
    }

    private Filing filing(StreamId stream, Place place) {
        for (RecordedEvent recorded : log.read(stream.toString(), 1, FIRST_EVENTS)) {
            TthcEvent event =
                    json.read(recorded.envelope().type(), recorded.envelope().revision(), recorded.data());
            if (event instanceof PostalEvent.DossierTaken taken) {
                return sealed.again(taken.filing(), Place.of(recorded.envelope()), place);
            }
        }
        throw new Problem(ItemProblem.NOT_INBOUND, 409, null, Map.of());
    }
}
