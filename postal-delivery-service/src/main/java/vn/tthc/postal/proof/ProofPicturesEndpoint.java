package vn.tthc.postal.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;

/** Gives out the pictures of a delivery to those who may see the item. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class ProofPicturesEndpoint {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final Blobs blobs;
    private final PersonVault vault;
    private final AccessPolicy access;
    private final Requests requests;

    ProofPicturesEndpoint(
            ItemReader items,
            ItemSubjects subjects,
            Blobs blobs,
            PersonVault vault,
            AccessPolicy access,
            Requests requests) {
        this.items = items;
        this.subjects = subjects;
        this.blobs = blobs;
        this.vault = vault;
        this.access = access;
        this.requests = requests;
    }

    @Operation(
            summary = "Ảnh chữ ký người nhận / the signature",
            description = "404 when there is none, or whom it shows was erased.")
    @GetMapping("/api/v1/items/{itemId}/proof/signature")
    ResponseEntity<Resource> signature(HttpServletRequest request, @PathVariable String itemId) {
        return picture(proof(request, itemId).signatureHash(), "signature");
    }

    @Operation(
            summary = "Ảnh khi phát / the photo of the hand-over",
            description = "404 when there is none, or whom it shows was erased.")
    @GetMapping("/api/v1/items/{itemId}/proof/photo")
    ResponseEntity<Resource> photo(HttpServletRequest request, @PathVariable String itemId) {
        return picture(proof(request, itemId).photoHash(), "photo");
    }

    private Proof proof(HttpServletRequest request, String itemId) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.READ_ITEM, Subject.ANY);
        ItemState.Open item = items.get(ItemReader.stream(itemId)).state();
        access.require(actor, PostalPermission.READ_ITEM, subjects.of(item));
        Scan delivered = item.timeline().delivered();
        return Optional.ofNullable(delivered == null ? null : delivered.proof())
                .filter(proof -> !vault.isForgotten(proof.recipient().person()))
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private ResponseEntity<Resource> picture(@Nullable String hash, String name) {
        return Optional.ofNullable(hash)
                .flatMap(blobs::open)
                .map(blob -> BlobDownloads.answer(blob, name))
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }
}
