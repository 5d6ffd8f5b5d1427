package vn.tthc.postal.changes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.Item;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;
import vn.tthc.postal.reference.Destinations;
import vn.tthc.postal.reference.PostalPoints;

/** Changes of mind about an item, by the post or the one-stop it comes from; the answer names the change alone. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class ChangesEndpoint {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final PostalPoints points;
    private final Destinations destinations;
    private final PersonVault vault;
    private final Commands commands;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    ChangesEndpoint(
            ItemReader items,
            ItemSubjects subjects,
            PostalPoints points,
            Destinations destinations,
            PersonVault vault,
            Commands commands,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.items = items;
        this.subjects = subjects;
        this.points = points;
        this.destinations = destinations;
        this.vault = vault;
        this.commands = commands;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Where it is to go instead.
     *
     * @param unit unit of the new destination ({@code code@validFrom}), one in which the post has a point
     * @param address street address; kept sealed
     */
    record AddressBody(
            @NotBlank @Size(max = 64) String unit,
            @NotBlank @Size(max = 500) String address) {
        @Override
        public String toString() {
            return "AddressBody[***]";
        }
    }

    /** In how many items it travels. */
    record SplitBody(@NotNull @Min(2) @Max(Item.MOST_ITEMS) Integer of) {}

    /** The version of the item after the change. */
    record ChangeAnswer(String itemId, long version) {}

    @Operation(
            summary = "Không gửi qua bưu chính nữa / call an item back",
            description =
                    "Needs If-Match. Possible until the post has it (409 ALREADY_DISPATCHED); the result is then handed out at the counter.")
    @PostMapping("/api/v1/items/{itemId}/cancellations")
    ResponseEntity<ChangeAnswer> cancel(HttpServletRequest request, @PathVariable String itemId) {
        Known item = known(request, itemId, null);
        return answer(itemId, commands.send(item.stream(), new ItemCommand.Cancel(clock.instant()), item.context()));
    }

    @Operation(
            summary = "Đổi địa chỉ, chuyển tiếp / send an item elsewhere",
            description =
                    "Needs If-Match. Before dispatch a change of address, after it a redirection; refused once delivered or on its way back.")
    @PostMapping("/api/v1/items/{itemId}/address-changes")
    ResponseEntity<ChangeAnswer> sendElsewhere(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid AddressBody body) {
        Known item = known(request, itemId, body);
        if (points.ofUnit(body.unit()).isEmpty()) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "unit",
                    FieldReason.UNKNOWN,
                    "Đơn vị này không có điểm bưu chính.",
                    "The post has no point in this unit, or there is no such unit.")));
        }
        Sealed address = vault.seal(
                person(item.state()),
                item.stream(),
                item.context().commandId(),
                "toAddress",
                body.address().strip());
        ItemCommand command = new ItemCommand.ChangeAddress(clock.instant(), destinations.of(body.unit(), address));
        return answer(itemId, commands.send(item.stream(), command, item.context()));
    }

    @Operation(
            summary = "Tách thành nhiều bưu gửi / split an item",
            description =
                    "Needs If-Match. Only the first item, once, before dispatch. The others are opened with identifiers of their own; the dossier is returned when all are delivered.")
    @PostMapping("/api/v1/items/{itemId}/splits")
    ResponseEntity<ChangeAnswer> split(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid SplitBody body) {
        Known item = known(request, itemId, body);
        ItemCommand command = new ItemCommand.SplitUp(clock.instant(), body.of());
        return answer(itemId, commands.send(item.stream(), command, item.context()));
    }

    private record Known(StreamId stream, ItemState.Open state, CommandContext context) {}

    /** The item as the caller saw it, once they may change that. */
    private Known known(HttpServletRequest request, String itemId, @Nullable Object body) {
        var actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.CHANGE_ITEM, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        CommandContext context = requests.decision(request, body, stream);
        ItemState.Open seen = items.seen(stream, context);
        access.require(actor, PostalPermission.CHANGE_ITEM, subjects.of(seen));
        return new Known(stream, seen, context);
    }

    /** The addressee's own key as long as there is one. */
    private String person(ItemState.Open item) {
        @Nullable Party addressee = item.item().addressee();
        return addressee == null || vault.isForgotten(addressee.person()) ? vault.newPerson() : addressee.person();
    }

    private ResponseEntity<ChangeAnswer> answer(String itemId, Outcome outcome) {
        return answers.of(outcome, 200, done -> new ChangeAnswer(itemId, done.version()));
    }
}
