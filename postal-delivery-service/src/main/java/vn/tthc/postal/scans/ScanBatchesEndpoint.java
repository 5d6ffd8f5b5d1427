package vn.tthc.postal.scans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;

/** Takes what a hand-held has gathered while it was offline. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class ScanBatchesEndpoint {
    private static final String PATH = "/api/v1/scan-batches";
    private static final String SUMMARY = "Ghi nhận nhiều lần quét / tell many scans";
    private static final String CSV = "text/csv";
    private static final String DESCRIPTION =
            "Up to 5,000, in any order, taken or refused one by one: 200 with a result for each. Told again, whole or in part, they are the same scans. As JSON, or as CSV (text/csv, UTF-8) whose first line names its columns: "
                    + "item, scanId, kind, occurredAt, point, device, sequence, and where they apply reason, carrierCode, recipientName, relation, paperShown, signatureHash, oneTimeCode, photoHash, place.";

    private final ScanBatches batches;
    private final AccessPolicy access;
    private final Requests requests;

    ScanBatchesEndpoint(ScanBatches batches, AccessPolicy access, Requests requests) {
        this.batches = batches;
        this.access = access;
        this.requests = requests;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ScanBatchAnswer json(HttpServletRequest request, @RequestBody @Valid ScanBatch body) {
        requireScanning(request);
        return batches.take(request, body.scans());
    }

    @Operation(
            summary = SUMMARY,
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = "string", description = "CSV / CSV"))))
    @PostMapping(path = PATH, consumes = CSV)
    ScanBatchAnswer csv(HttpServletRequest request, @RequestBody byte[] file) {
        requireScanning(request);
        return batches.take(request, CsvScans.read(file));
    }

    private void requireScanning(HttpServletRequest request) {
        access.require(requests.caller(request).actor(), PostalPermission.SCAN, Subject.ANY);
    }
}
