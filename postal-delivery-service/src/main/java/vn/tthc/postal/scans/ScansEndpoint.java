package vn.tthc.postal.scans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;
import vn.tthc.postal.proof.Pictures;
import vn.tthc.postal.reference.PostalPoints;

/** Takes scans, late, repeated and out of order as they come. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class ScansEndpoint {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final PostalPoints points;
    private final ScanTelling telling;
    private final Pictures pictures;
    private final Streams streams;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    ScansEndpoint(
            ItemReader items,
            ItemSubjects subjects,
            PostalPoints points,
            ScanTelling telling,
            Pictures pictures,
            Streams streams,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.items = items;
        this.subjects = subjects;
        this.points = points;
        this.telling = telling;
        this.pictures = pictures;
        this.streams = streams;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    @Operation(
            summary = "Ghi nhận lần quét / tell a scan",
            description =
                    "Known by its scanId: 201 when new, 200 when told before, 409 when told otherwise. A scan that contradicts what is known is kept and set aside.")
    @PostMapping("/api/v1/items/{itemId}/scans")
    ResponseEntity<ScanAnswer> record(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid ScanRequest body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.SCAN, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        if (points.find(body.point()).isEmpty()) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "point", FieldReason.UNKNOWN, "Không có điểm bưu chính này.", "There is no such postal point.")));
        }
        access.require(actor, PostalPermission.SCAN, Subject.ANY.at(Set.of(body.point())));
        if (body.proof() != null) {
            pictures.require("proof", body.proof().signatureHash(), body.proof().photoHash());
        }
        // Without the body: a command id is published, and no hash in it may be made of a name.
        CommandContext context = requests.recorded(request, null, SealedScans.naturalKey(body))
                .withOrigin(Origin.DEVICE)
                .withExternalId(body.scanId());
        ItemState.Open item = items.get(stream).state();
        access.require(actor, PostalPermission.SCAN, subjects.scanned(item));
        Outcome outcome = telling.tell(clock.instant(), body, item, stream, context);
        boolean repeated = outcome instanceof Outcome.Done done && done.repeated();
        return answers.of(outcome, repeated ? 200 : 201, done -> ScanAnswer.of(done, body.scanId(), streams, item));
    }
}
