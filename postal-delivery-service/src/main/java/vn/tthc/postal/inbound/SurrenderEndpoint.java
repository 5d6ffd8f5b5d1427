package vn.tthc.postal.inbound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.domain.Surrender;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;

/** Takes the papers a citizen has to surrender, where the result is delivered; with that the item that carries them is open. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class SurrenderEndpoint {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final InboundChecks checks;
    private final InboundCommands making;
    private final Commands commands;
    private final Streams streams;
    private final EventLog log;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    SurrenderEndpoint(
            ItemReader items,
            ItemSubjects subjects,
            InboundChecks checks,
            InboundCommands making,
            Commands commands,
            Streams streams,
            EventLog log,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.items = items;
        this.subjects = subjects;
        this.checks = checks;
        this.making = making;
        this.commands = commands;
        this.streams = streams;
        this.log = log;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Papers a citizen surrenders.
     *
     * @param point postal point that takes them
     * @param papers the contents, by original and copy
     * @param seal number of the seal
     * @param citizen the citizen's signature under the list
     */
    record SurrenderBody(
            @NotBlank @Size(max = 40) String point,
            @NotNull @Size(min = 1, max = 100) List<TakingBody.@NotNull @Valid PaperBody> papers,

            @NotBlank @Size(max = 40) @Pattern(regexp = "[\\x21-\\x7E]*")
            String seal,

            @NotNull @Valid TakingBody.SignatureBody citizen) {
        @Override
        public String toString() {
            return "SurrenderBody[***]";
        }
    }

    /** The item that carries them. */
    record SurrenderAnswer(String itemId, String dossierId, String identifier, long version) {}

    @Operation(
            summary = "Thu giấy tờ phải nộp lại / take papers to be surrendered",
            description =
                    "At the delivery of the result, once for a dossier. The list is signed by both and the cover sealed; an item that brings it to the one-stop is open and with the post.")
    @PostMapping("/api/v1/items/{itemId}/surrendered-papers")
    ResponseEntity<SurrenderAnswer> take(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid SurrenderBody body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.TAKE_DOSSIER, Subject.ANY.at(Set.of(body.point())));
        ItemState.Open result = items.get(ItemReader.stream(itemId)).state();
        access.require(actor, PostalPermission.TAKE_DOSSIER, subjects.scanned(result));
        checks.require(body);
        CommandContext context = requests.creation(request, body);
        String dossierId = result.item().dossierId();
        StreamId stream = StreamId.item(ItemReader.id(dossierId, Purpose.SURRENDERED_PAPERS, 1));
        Outcome outcome = log.byCommand(stream.toString(), context.commandId())
                .<Outcome>map(first -> Objects.equals(first.fingerprint(), context.fingerprint())
                        ? new Outcome.Done(first.stream(), first.version(), first, true)
                        : new Outcome.KeyReused())
                .orElseGet(() -> {
                    requirePossible(result, stream);
                    return commands.send(
                            stream, making.surrender(body, itemId, result.item(), stream, context), context);
                });
        return answers.created(
                outcome,
                done -> URI.create("/api/v1/items/" + stream.id()),
                done -> new SurrenderAnswer(stream.id(), dossierId, identifier(done), done.version()));
    }

    /** Looked at before an identifier is used up; the item decides it once more. */
    private void requirePossible(ItemState.Open result, StreamId stream) {
        ItemProblem why = items.find(stream).isPresent() ? ItemProblem.ALREADY_SURRENDERED : Surrender.refusal(result);
        if (why != null) {
            throw new Problem(why, 409, null, Map.of());
        }
    }

    private String identifier(Outcome.Done done) {
        return streams.events(Objects.requireNonNull(done.commit(), "it recorded something")).stream()
                .filter(PostalEvent.Opened.class::isInstance)
                .map(PostalEvent.Opened.class::cast)
                .findFirst()
                .orElseThrow()
                .identifier();
    }
}
