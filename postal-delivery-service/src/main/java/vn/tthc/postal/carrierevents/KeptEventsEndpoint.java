package vn.tthc.postal.carrierevents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.carriers.Carriers;

/** What carriers told that is no scan yet, and a person's word on it. */
@RestController
@RequestMapping("/internal/carrier-events")
@Tag(name = "operation")
class KeptEventsEndpoint {
    private final KeptEvents kept;
    private final CarrierEvents events;
    private final Carriers carriers;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    KeptEventsEndpoint(
            KeptEvents kept,
            CarrierEvents events,
            Carriers carriers,
            AccessPolicy access,
            Requests requests,
            InstantSource clock) {
        this.kept = kept;
        this.events = events;
        this.carriers = carriers;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /** A page of kept events; {@code next} is asked for next, null when this is the last. */
    record KeptPage(List<KeptView> events, @Nullable String next) {}

    /**
     * A kept event, without what it says of people.
     *
     * @param why why it is no scan
     * @param telling counts the contents told under that name of an event, from 1
     * @param wrong fields for which it cannot be read
     * @param settled how a person settled it
     */
    record KeptView(
            String carrier,
            String eventId,
            String number,
            String code,
            @Nullable String reason,
            Instant occurredAt,
            Instant receivedAt,
            KeptEvent.Why why,
            int attempts,
            int telling,
            @Nullable String wrong,
            KeptEvent.@Nullable Settled settled) {
        static KeptView of(KeptEvent event) {
            return new KeptView(
                    event.carrier(),
                    event.event().eventId(),
                    event.event().number(),
                    event.event().code(),
                    event.event().reason(),
                    event.event().occurredAt(),
                    event.receivedAt(),
                    event.why(),
                    event.attempts(),
                    event.whichTelling(),
                    event.wrong(),
                    event.settled());
        }
    }

    /** Which event to try again; the first content told under its name, unless another is meant. */
    record KeptRetry(
            @NotBlank @Size(max = 20) String carrier,
            @NotBlank @Size(max = 80) String eventId,
            @Min(1) @Max(1_000) @Nullable Integer telling) {}

    /** Which event is settled without a scan, and why. */
    record KeptSettlement(
            @NotBlank @Size(max = 20) String carrier,
            @NotBlank @Size(max = 80) String eventId,
            @Min(1) @Max(1_000) @Nullable Integer telling,
            @NotBlank @Size(max = 500) String reason) {}

    /** Whether it is a scan now. */
    record RetryAnswer(boolean scanned) {}

    @GetMapping
    @Operation(summary = "Tin của hãng chờ xử lý / events of carriers that wait")
    KeptPage list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "PERSON") KeptEvents.State state,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        allow(request, PostalPermission.SEE_CARRIERS);
        try {
            KeptEvents.Some some = kept.in(state, after, limit);
            return new KeptPage(
                    some.events().stream()
                            .map(found -> KeptView.of(found.event()))
                            .toList(),
                    some.next());
        } catch (IllegalArgumentException noPlace) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "after");
        }
    }

    @PostMapping("/retries")
    @Operation(summary = "Thử lại một tin / try an event again")
    RetryAnswer retry(HttpServletRequest request, @RequestBody @Valid KeptRetry body) {
        allow(request, PostalPermission.SETTLE_CARRIERS);
        KeptEvents.Kept found = open(body.carrier(), body.eventId(), body.telling());
        return carriers.find(body.carrier())
                .map(contract -> new RetryAnswer(events.again(contract, found)))
                .orElseThrow(KeptEventsEndpoint::notKept);
    }

    @PostMapping("/settlements")
    @Operation(summary = "Giải quyết một tin / settle an event without a scan")
    KeptView settle(HttpServletRequest request, @RequestBody @Valid KeptSettlement body) {
        Actor actor = allow(request, PostalPermission.SETTLE_CARRIERS);
        KeptEvents.Kept found = open(body.carrier(), body.eventId(), body.telling());
        KeptEvent settled = found.event()
                .settled(new KeptEvent.Settled(
                        clock.instant(), actor.id(), body.reason().strip()));
        kept.put(settled, found.version());
        return KeptView.of(settled);
    }

    private KeptEvents.Kept open(String carrier, String eventId, @Nullable Integer telling) {
        return kept.find(carrier, eventId, telling == null ? 1 : telling)
                .filter(found -> found.event().settled() == null)
                .orElseThrow(KeptEventsEndpoint::notKept);
    }

    private static Problem notKept() {
        return new Problem(CarrierProblem.CARRIER_EVENT_NOT_KEPT, null, Map.of());
    }

    private Actor allow(HttpServletRequest request, PostalPermission permission) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, permission, Subject.EVERYWHERE);
        return actor;
    }
}
