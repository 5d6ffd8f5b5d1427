package vn.tthc.postal.inbound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.postal.PaperDifference;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;

/** Takes dossiers from citizens at the post, and has the one-stop compare them with their lists. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class InboundEndpoint {
    private final ItemReader items;
    private final InboundChecks checks;
    private final InboundCommands making;
    private final Commands commands;
    private final Streams streams;
    private final EventLog log;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    InboundEndpoint(
            ItemReader items,
            InboundChecks checks,
            InboundCommands making,
            Commands commands,
            Streams streams,
            EventLog log,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.items = items;
        this.checks = checks;
        this.making = making;
        this.commands = commands;
        this.streams = streams;
        this.log = log;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
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
        AgencyRef oneStop = checks.oneStop(body);
        CommandContext context = requests.creation(request, body);
        String dossierId = Ids.uuid("posted|" + context.commandId());
        StreamId stream = StreamId.item(ItemReader.id(dossierId, Purpose.INBOUND_DOSSIER, 1));
        Outcome outcome = repeated(stream, context)
                .orElseGet(
                        () -> commands.send(stream, making.taking(body, oneStop, dossierId, stream, context), context));
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
        checks.require(body);
        CommandContext context = requests.decision(request, body, stream);
        Outcome outcome = repeated(stream, context)
                .orElseGet(() -> commands.send(stream, making.checking(body, item, stream, context), context));
        return answers.of(
                outcome,
                200,
                done -> new CheckAnswer(
                        itemId,
                        done.version(),
                        first(done, PostalEvent.DossierChecked.class).differences()));
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
}
