package vn.tthc.postal.inbound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.postal.FeeReceipt;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PaperDifference;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.inbound.SealedFilings.Place;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.proof.Pictures;
import vn.tthc.postal.reference.Destinations;
import vn.tthc.postal.reference.PostalPoints;
import vn.tthc.postal.reference.S10Identifiers;

/** Takes dossiers from citizens at the post, and has the one-stop compare them with their lists. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class InboundEndpoint {
    private static final int FIRST_EVENTS = 10;

    private final ItemReader items;
    private final PostalPoints points;
    private final Destinations destinations;
    private final S10Identifiers identifiers;
    private final PublishedAgencies agencies;
    private final DocumentStore documents;
    private final SealedFilings sealed;
    private final Pictures pictures;
    private final Commands commands;
    private final Streams streams;
    private final EventLog log;
    private final EventJson json;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    InboundEndpoint(
            ItemReader items,
            PostalPoints points,
            Destinations destinations,
            S10Identifiers identifiers,
            PublishedAgencies agencies,
            DocumentStore documents,
            SealedFilings sealed,
            Pictures pictures,
            Commands commands,
            Streams streams,
            EventLog log,
            EventJson json,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.items = items;
        this.points = points;
        this.destinations = destinations;
        this.identifiers = identifiers;
        this.agencies = agencies;
        this.documents = documents;
        this.sealed = sealed;
        this.pictures = pictures;
        this.commands = commands;
        this.streams = streams;
        this.log = log;
        this.json = json;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /** The item, and the dossier it will be. */
    record TakingAnswer(String itemId, String dossierId, String identifier, long version) {}

    /** What was found otherwise than listed. */
    record CheckAnswer(String itemId, long version, List<PaperDifference> differences) {}

    @Operation(
            summary = "Nhận hồ sơ của người dân / take a citizen's dossier",
            description =
                    "The list is signed by both and the cover sealed. The dossier is filed when the one-stop has compared it, not now.")
    @PostMapping("/api/v1/inbound-dossiers")
    ResponseEntity<TakingAnswer> take(HttpServletRequest request, @RequestBody @Valid TakingBody body) {
        access.require(
                requests.caller(request).actor(), PostalPermission.TAKE_DOSSIER, Subject.ANY.at(Set.of(body.point())));
        AgencyRef oneStop = checked(body);
        CommandContext context = requests.creation(request, body);
        String dossierId = Ids.uuid(context.commandId());
        StreamId stream = StreamId.item(ItemReader.id(dossierId, Purpose.INBOUND_DOSSIER, 1));
        Outcome outcome = repeated(stream, context)
                .orElseGet(() -> commands.send(stream, taking(body, oneStop, dossierId, stream, context), context));
        return answers.created(
                outcome,
                done -> URI.create(
                        "/api/v1/items/" + StreamId.parse(done.stream()).id()),
                done -> new TakingAnswer(
                        StreamId.parse(done.stream()).id(),
                        dossierId,
                        first(done, PostalEvent.Opened.class).identifier(),
                        done.version()));
    }

    private AgencyRef checked(TakingBody body) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (points.find(body.point()).isEmpty()) {
            wrong.add(unknown("point", "Không có điểm bưu chính này.", "There is no such postal point."));
        }
        if (points.ofUnit(body.replyTo().unit()).isEmpty()) {
            wrong.add(unknown(
                    "replyTo.unit",
                    "Đơn vị này không có điểm bưu chính.",
                    "The post has no point in this unit, or there is no such unit."));
        }
        Optional<Agency> receiving = agencies.find(documents, body.receivingAgency());
        if (receiving.isEmpty()) {
            wrong.add(unknown("receivingAgency", "Không có cơ quan này.", "There is no such agency."));
        }
        if (agencies.find(documents, body.competentAgency()).isEmpty()) {
            wrong.add(unknown("competentAgency", "Không có cơ quan này.", "There is no such agency."));
        }
        String unit = body.returnBy().unit();
        if (unit != null && agencies.find(documents, unit).isEmpty()) {
            wrong.add(unknown("returnBy.unit", "Không có đơn vị này.", "There is no such unit."));
        }
        if (body.returnBy().way() == ReturnWay.POST && blank(body.returnBy().address())) {
            wrong.add(required(
                    "returnBy.address", "Trả qua bưu chính cần địa chỉ.", "A result by post needs an address."));
        }
        signed(wrong, "citizen", body.citizen());
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        pictures.require("citizen", body.citizen().signatureHash(), null);
        return receiving.orElseThrow().ref();
    }

    private ItemCommand taking(
            TakingBody body, AgencyRef oneStop, String dossierId, StreamId stream, CommandContext context) {
        Instant now = clock.instant();
        Place place = new Place(stream, context.commandId());
        String unit = points.find(body.point()).orElseThrow().unit();
        String identifier =
                identifiers.next(unit).orElseThrow(() -> new Problem(ItemProblem.NO_IDENTIFIERS, 409, null, Map.of()));
        return new ItemCommand.TakeDossier(
                now,
                new ItemCommand.Open(
                        now,
                        dossierId,
                        Purpose.INBOUND_DOSSIER,
                        1,
                        1,
                        identifier,
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
                scan("taken", ScanKind.ACCEPTED, now, body.point(), null));
    }

    private static Scan scan(String id, ScanKind kind, Instant at, String point, @Nullable Proof proof) {
        return new Scan(id, kind, at, point, "desk-" + point, 0, null, proof, null);
    }

    @Operation(
            summary = "Đối chiếu hồ sơ nhận từ bưu điện / compare a dossier from the post",
            description =
                    "Needs If-Match; once. The delivery record: differences from the list are recorded, the item is delivered, and the dossier is filed.")
    @PostMapping("/api/v1/items/{itemId}/checks")
    ResponseEntity<CheckAnswer> check(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid CheckBody body) {
        access.require(requests.caller(request).actor(), PostalPermission.CHECK_DOSSIER, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        ItemState.Open item = items.get(stream).state();
        access.require(
                requests.caller(request).actor(),
                PostalPermission.CHECK_DOSSIER,
                Subject.of(item.item().from().id()));
        List<FieldProblem> wrong = new ArrayList<>();
        signed(wrong, "carrier", body.carrier());
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        pictures.require("carrier", body.carrier().signatureHash(), null);
        CommandContext context = requests.decision(request, body, stream);
        Outcome outcome = repeated(stream, context)
                .orElseGet(() -> commands.send(stream, checking(body, item, stream, context), context));
        return answers.of(
                outcome,
                200,
                done -> new CheckAnswer(
                        itemId,
                        done.version(),
                        first(done, PostalEvent.DossierChecked.class).differences()));
    }

    private ItemCommand checking(CheckBody body, ItemState.Open item, StreamId stream, CommandContext context) {
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

    private Optional<Outcome> repeated(StreamId stream, CommandContext context) {
        return log.byCommand(stream.toString(), context.commandId())
                .map(first -> Objects.equals(first.fingerprint(), context.fingerprint())
                        ? new Outcome.Done(first.stream(), first.version(), first, true)
                        : new Outcome.KeyReused());
    }

    private <E extends TthcEvent> E first(Outcome.Done done, Class<E> type) {
        RecordedCommit commit = Objects.requireNonNull(done.commit(), "it recorded something");
        return streams.events(commit).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void signed(List<FieldProblem> wrong, String field, TakingBody.SignatureBody body) {
        if (body.signatureHash() == null && body.oneTimeCode() == null) {
            wrong.add(required(
                    field + ".signatureHash",
                    "Cần ảnh chữ ký hoặc mã xác nhận một lần.",
                    "The image of the signature or a one-time code is needed."));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static FieldProblem unknown(String field, String vi, String en) {
        return FieldProblem.of(field, FieldReason.UNKNOWN, vi, en);
    }

    private static FieldProblem required(String field, String vi, String en) {
        return FieldProblem.of(field, FieldReason.REQUIRED, vi, en);
    }
}
