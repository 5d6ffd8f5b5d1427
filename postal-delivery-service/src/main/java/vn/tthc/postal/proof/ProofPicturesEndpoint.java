package vn.tthc.postal.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.blob.BlobDownloads;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;

/**
 * Gives out the pictures of a delivery to those who may see the item. They show who took it, so that is recorded first,
 * as a label's name is.
 */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class ProofPicturesEndpoint {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final Blobs blobs;
    private final PersonVault vault;
    private final ReadLog readLog;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    ProofPicturesEndpoint(
            ItemReader items,
            ItemSubjects subjects,
            Blobs blobs,
            PersonVault vault,
            ReadLog readLog,
            AccessPolicy access,
            Requests requests,
            InstantSource clock) {
        this.items = items;
        this.subjects = subjects;
        this.blobs = blobs;
        this.vault = vault;
        this.readLog = readLog;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    @Operation(
            summary = "Ảnh chữ ký người nhận / the signature",
            description =
                    "That it was shown is recorded, for the purpose of delivery. 404 when there is none, or whom it shows was erased.")
    @GetMapping("/api/v1/items/{itemId}/proof/signature")
    ResponseEntity<Resource> signature(HttpServletRequest request, @PathVariable String itemId) {
        return picture(request, itemId, Proof::signatureHash, "signature");
    }

    @Operation(
            summary = "Ảnh khi phát / the photo of the hand-over",
            description =
                    "That it was shown is recorded, for the purpose of delivery. 404 when there is none, or whom it shows was erased.")
    @GetMapping("/api/v1/items/{itemId}/proof/photo")
    ResponseEntity<Resource> photo(HttpServletRequest request, @PathVariable String itemId) {
        return picture(request, itemId, Proof::photoHash, "photo");
    }

    private ResponseEntity<Resource> picture(
            HttpServletRequest request, String itemId, Function<Proof, @Nullable String> which, String name) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.READ_ITEM, Subject.ANY);
        ItemState.Open item = items.get(ItemReader.stream(itemId)).state();
        access.require(actor, PostalPermission.READ_ITEM, subjects.of(item));
        String hash = proof(item)
                .map(which)
                .filter(there -> blobs.find(there).isPresent())
                .orElseThrow(ProofPicturesEndpoint::none);
        readLog.record(Reading.by(
                actor,
                clock.instant(),
                item.item().dossierId(),
                List.of("recipient." + name),
                ReadPurpose.DELIVERY,
                item.item().identifier()));
        return BlobDownloads.answer(blobs.open(hash).orElseThrow(ProofPicturesEndpoint::none), name);
    }

    private Optional<Proof> proof(ItemState.Open item) {
        Scan delivered = item.timeline().delivered();
        return Optional.ofNullable(delivered == null ? null : delivered.proof())
                .filter(proof -> !vault.isForgotten(proof.recipient().person()));
    }

    private static Problem none() {
        return new Problem(CommonProblem.NOT_FOUND);
    }
}
