package vn.tthc.platform.consume;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** The console of what waits for a person. */
@RestController
@RequestMapping("/internal/parked")
@Tag(name = "operation")
class ParkedEndpoint {
    private final ParkingLot parking;
    private final SkipRecorder skips;
    private final Located.Finder finder;
    private final EventJson json;
    private final AccessPolicy access;
    private final Requests requests;

    ParkedEndpoint(
            ParkingLot parking,
            SkipRecorder skips,
            vn.tthc.platform.relay.EventRecords records,
            EventJson json,
            AccessPolicy access,
            Requests requests) {
        this.parking = parking;
        this.skips = skips;
        this.finder = new Located.Finder(records, json);
        this.json = json;
        this.access = access;
        this.requests = requests;
    }

    /** A page of parked records; ask again with the last id while there are as many as the limit. */
    record ParkedPage(List<ParkedView> parked) {}

    /** Which dossier to try again, for which consumer. */
    record RetryRequest(@NotBlank String consumer, @NotBlank String dossier) {}

    /** Which record to pass over, and why. */
    record SkipRequest(
            @NotBlank String consumer,
            @NotBlank String dossier,
            @NotBlank String stream,
            @Positive long version,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(summary = "Records that wait for a person, oldest first")
    ParkedPage list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        allow(request, FlowPermission.SEE_PARKED);
        return new ParkedPage(parking.list(after, limit).stream()
                .map(record -> view(record, false))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A parked record, its words covered")
    ParkedView look(HttpServletRequest request, @PathVariable long id) {
        allow(request, FlowPermission.SEE_PARKED);
        return parking.get(id)
                .map(record -> view(record, true))
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @PostMapping("/retries")
    @Operation(summary = "Tries a dossier's records again, in order, until one fails")
    Retried retry(HttpServletRequest request, @Valid @RequestBody RetryRequest body) throws InterruptedException {
        allow(request, FlowPermission.SETTLE_PARKED);
        try {
            return parking.retry(body.consumer(), body.dossier());
        } catch (IllegalArgumentException e) {
            throw notParked();
        } catch (ConsumerBusy e) {
            throw busy(body.consumer());
        }
    }

    @PostMapping("/skips")
    @Operation(summary = "Passes over a record for good; that is an event of its own")
    Map<String, Object> skip(HttpServletRequest request, @Valid @RequestBody SkipRequest body)
            throws InterruptedException {
        Actor actor = allow(request, FlowPermission.SETTLE_PARKED);
        Runnable onRecord = () ->
                skips.record(body.consumer(), body.dossier(), body.stream(), body.version(), body.reason(), actor);
        try {
            parking.skip(
                    body.consumer(),
                    body.dossier(),
                    body.stream(),
                    body.version(),
                    body.reason(),
                    actor.id(),
                    onRecord);
        } catch (IllegalArgumentException e) {
            throw notParked();
        } catch (ConsumerBusy e) {
            throw busy(body.consumer());
        }
        return Map.of("stream", body.stream(), "version", body.version());
    }

    private Actor allow(HttpServletRequest request, FlowPermission permission) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, permission, Subject.EVERYWHERE);
        return actor;
    }

    private static Problem notParked() {
        return new Problem(FlowProblem.NOT_PARKED, null, Map.of());
    }

    private static Problem busy(String consumer) {
        return new Problem(FlowProblem.CONSUMER_BUSY, null, Map.of("consumer", consumer));
    }

    private ParkedView view(ParkedRecord record, boolean withPayload) {
        Located located = finder.find(record.raw());
        byte @Nullable [] value = record.raw().value();
        return new ParkedView(
                record.id(),
                record.consumer(),
                record.dossier(),
                record.stream(),
                record.version(),
                located.event() == null ? null : located.event().envelope().type(),
                record.reason(),
                record.attempts(),
                record.parkedAt(),
                record.raw().topic(),
                record.raw().partition(),
                record.raw().offset(),
                withPayload && value != null ? MaskedPayload.of(json.mapper(), value) : null);
    }
}
