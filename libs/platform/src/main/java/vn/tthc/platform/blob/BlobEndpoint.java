package vn.tthc.platform.blob;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Takes files. None is given out here: a file is read through what refers to it, by whoever may read that. */
@RestController
@Tag(name = "Blobs", description = "Tệp đính kèm / files")
class BlobEndpoint {
    private final Blobs blobs;
    private final BlobSettings settings;
    private final AccessPolicy access;
    private final Requests requests;

    BlobEndpoint(Blobs blobs, BlobSettings settings, AccessPolicy access, Requests requests) {
        this.blobs = blobs;
        this.settings = settings;
        this.access = access;
        this.requests = requests;
    }

    /**
     * What a command that refers to the file has to tell.
     *
     * @param hash SHA-256 of the content, in hexadecimal
     * @param mediaType its type, as found by looking
     * @param bytes its length
     */
    record BlobAnswer(String hash, String mediaType, long bytes) {}

    @Operation(
            summary = "Gửi tệp / send a file",
            description = "The body is the file itself and Content-Type its type: application/pdf, image/png or"
                    + " image/jpeg. The content is looked at, and a file of another type is refused. The same content"
                    + " sent again is stored once and answered alike.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/pdf",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary"))
                            }))
    @PostMapping("/api/v1/blobs")
    ResponseEntity<BlobAnswer> upload(HttpServletRequest request) {
        access.require(requests.caller(request).actor(), BlobPermission.UPLOAD_BLOB, Subject.ANY);
        try {
            BlobInfo kept = blobs.put(declared(request), request.getInputStream());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new BlobAnswer(kept.hash(), kept.kind().mediaType(), kept.bytes()));
        } catch (BlobRefused refused) {
            throw problem(refused.reason());
        } catch (IOException sendersConnection) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST);
        }
    }

    private BlobKind declared(HttpServletRequest request) {
        if (request.getContentLengthLong() > settings.maxBytes().toBytes()) {
            throw problem(BlobProblem.BLOB_TOO_LARGE);
        }
        String type = request.getContentType();
        return BlobKind.ofMediaType(type == null ? "" : type)
                .orElseThrow(() -> problem(BlobProblem.BLOB_TYPE_NOT_ALLOWED));
    }

    private Problem problem(BlobProblem reason) {
        String allowed =
                Arrays.stream(BlobKind.values()).map(BlobKind::mediaType).collect(Collectors.joining(", "));
        return new Problem(
                reason,
                reason.status(),
                null,
                Map.of("allowed", allowed, "limit", settings.maxBytes().toMegabytes() + " MB"));
    }
}
