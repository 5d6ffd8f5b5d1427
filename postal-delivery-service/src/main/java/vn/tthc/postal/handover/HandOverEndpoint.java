package vn.tthc.postal.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.proof.Pictures;
import vn.tthc.postal.reference.PostalPoints;

/** Gives an item to the post: the officer asks, and the postal worker signs. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class HandOverEndpoint {
    private final ItemReader items;
    private final PostalPoints points;
    private final Pictures pictures;
    private final PersonVault vault;
    private final Commands commands;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    HandOverEndpoint(
            ItemReader items,
            PostalPoints points,
            Pictures pictures,
            PersonVault vault,
            Commands commands,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.items = items;
        this.points = points;
        this.pictures = pictures;
        this.vault = vault;
        this.commands = commands;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The postal worker's signature: the image or a one-time code.
     *
     * @param signatureHash SHA-256 of the image, in hex; sent to {@code /api/v1/blobs} before
     * @param oneTimeCode code told instead of signing; kept sealed
     */
    record CarrierSignature(
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String signatureHash,
            @Pattern(regexp = "[0-9A-Z]{4,12}") @Nullable String oneTimeCode) {
        @Override
        public String toString() {
            return "CarrierSignature[***]";
        }
    }

    /** Gives it to the post. */
    record HandingOver(@NotNull @Valid CarrierSignature carrier) {}

    /** The version of the item after the hand-over. */
    record HandOverAnswer(String itemId, long version) {}

    @Operation(
            summary = "Giao bưu gửi cho bưu điện / hand an item over to the post",
            description =
                    "Needs If-Match; once. The record of the hand-over, signed by officer and postal worker; with it the post has the item.")
    @PostMapping("/api/v1/items/{itemId}/hand-overs")
    ResponseEntity<HandOverAnswer> handOver(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid HandingOver body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.HAND_OVER, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        ItemState.Open item = items.get(stream).state();
        String oneStop = item.item().from().id();
        access.require(actor, PostalPermission.HAND_OVER, Subject.of(oneStop));
        CarrierSignature carrier = body.carrier();
        if (carrier.signatureHash() == null && carrier.oneTimeCode() == null) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "carrier.signatureHash",
                    FieldReason.REQUIRED,
                    "Cần ảnh chữ ký hoặc mã xác nhận một lần.",
                    "The image of the signature or a one-time code is needed.")));
        }
        pictures.require("carrier", carrier.signatureHash(), null);
        CommandContext context = requests.decision(request, body, stream);
        Instant now = clock.instant();
        String point = points.fetching(oneStop);
        ItemCommand command = new ItemCommand.HandOver(
                now,
                signature(carrier, stream, context),
                new Scan("handed-over", ScanKind.ACCEPTED, now, point, "desk-" + point, 0, null, null, null));
        return answers.of(
                commands.send(stream, command, context), 200, done -> new HandOverAnswer(itemId, done.version()));
    }

    private CoSignature signature(CarrierSignature body, StreamId stream, CommandContext context) {
        String code = body.oneTimeCode();
        return new CoSignature(
                body.signatureHash(),
                code == null
                        ? null
                        : vault.seal(vault.newPerson(), stream, context.commandId(), "carrier.oneTimeCode", code));
    }
}
