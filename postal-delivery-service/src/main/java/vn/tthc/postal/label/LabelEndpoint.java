package vn.tthc.postal.label;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;

/** Prints the label of an item; whoever prints it sees name and address, so that is recorded first. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class LabelEndpoint {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final ItemReader items;
    private final ItemSubjects subjects;
    private final Labels labels;
    private final ReadLog readLog;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    LabelEndpoint(
            ItemReader items,
            ItemSubjects subjects,
            Labels labels,
            ReadLog readLog,
            AccessPolicy access,
            Requests requests,
            InstantSource clock) {
        this.items = items;
        this.subjects = subjects;
        this.labels = labels;
        this.readLog = readLog;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    @Operation(
            summary = "In nhãn bưu gửi / print the label of an item",
            description =
                    "SVG, A6: barcode (Code 128) and QR code of the identifier, sender, addressee and address. That name and address were shown is recorded, for the purpose of delivery.")
    @GetMapping("/api/v1/items/{itemId}/label")
    ResponseEntity<byte[]> label(HttpServletRequest request, @PathVariable String itemId) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.CHANGE_ITEM, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        ItemState.Open item = items.get(stream).state();
        access.require(actor, PostalPermission.CHANGE_ITEM, subjects.of(item));
        Label label = labels.of(stream, item);
        readLog.record(Reading.by(
                actor,
                clock.instant(),
                item.item().dossierId(),
                item.told().taken() == null
                        ? List.of("addressee.name", "addressee.address")
                        : List.of("applicant.name"),
                ReadPurpose.DELIVERY,
                item.item().identifier()));
        return ResponseEntity.ok()
                .contentType(SVG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + item.item().identifier().replaceAll("[^0-9A-Za-z-]", "") + ".svg\"")
                .body(label.svg().getBytes(StandardCharsets.UTF_8));
    }
}
