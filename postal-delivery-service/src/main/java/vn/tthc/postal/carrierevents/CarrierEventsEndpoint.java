package vn.tthc.postal.carrierevents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.carriers.CarrierEvent;
import vn.tthc.postal.carriers.CarrierMeters;
import vn.tthc.postal.carriers.CarrierSettings;
import vn.tthc.postal.carriers.Carriers;
import vn.tthc.postal.carriers.Carriers.Contract;
import vn.tthc.postal.carriers.Signatures;

/** Takes what carriers tell. Who has a carrier's secret is the carrier; no token is asked for. */
@RestController
@Tag(name = "Carriers", description = "Hãng vận chuyển / carriers")
class CarrierEventsEndpoint {
    private static final int MOST = 500;

    private final Carriers carriers;
    private final CarrierEvents events;
    private final Messages messages;
    private final CarrierMeters meters;
    private final Duration window;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    CarrierEventsEndpoint(
            Carriers carriers,
            CarrierEvents events,
            Messages messages,
            CarrierMeters meters,
            CarrierSettings settings,
            AccessPolicy access,
            Requests requests,
            InstantSource clock) {
        this.carriers = carriers;
        this.events = events;
        this.messages = messages;
        this.meters = meters;
        this.window = settings.window();
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /** What a carrier has to tell. */
    record Message(
            @ArraySchema(schema = @Schema(implementation = CarrierEvent.class)) @NotNull @Size(min = 1, max = MOST)
            List<@Nullable JsonNode> events) {}

    /** What came of each event, in their order. */
    record MessageAnswer(List<EventAnswer> events) {}

    /**
     * What came of an event.
     *
     * @param eventId its name; of one that cannot be read and has none, the name it is kept by
     * @param result {@code recorded}, {@code set_aside}, {@code known}, {@code noted}, {@code kept}, {@code unreadable} or
     *     {@code refused}; whatever it is, the event need not be told again
     */
    record EventAnswer(String eventId, String result) {}

    @Operation(
            summary = "Hãng vận chuyển báo tin / a carrier tells what happened",
            description =
                    "Signed as Standard Webhooks says (HMAC-SHA256 over id.timestamp.body), no token. A message told again gets its first answer. What cannot be understood is kept for a person.")
    @PostMapping("/api/v1/carriers/{carrier}/events")
    ResponseEntity<MessageAnswer> tell(
            HttpServletRequest request,
            @PathVariable String carrier,
            @RequestHeader(Signatures.ID) @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x21-\\x7E]*") String id,
            @RequestHeader(Signatures.TIMESTAMP) @Pattern(regexp = "[0-9]{1,12}") String timestamp,
            @RequestHeader(Signatures.SIGNATURE) @Size(max = 1000) String signature,
            @RequestBody @Valid Message body) {
        access.require(requests.caller(request).actor(), PostalPermission.TELL_AS_CARRIER, Subject.ANY);
        Contract contract = carriers.find(carrier).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        byte[] bytes = bytes(request);
        authenticate(contract, id, Long.parseLong(timestamp), signature, bytes);
        Optional<Messages.Taken> before = messages.find(carrier, id);
        if (before.isPresent()) {
            if (!contract.signatures().isContent(before.get().content(), id, bytes)) {
                throw new Problem(CarrierProblem.CARRIER_MESSAGE_REUSED, Signatures.ID, Map.of());
            }
            return ResponseEntity.ok()
                    .header(Answers.REPLAYED, "true")
                    .body(before.get().answer());
        }
        MessageAnswer answer = new MessageAnswer(body.events().stream()
                .map(event -> events.hear(contract, event))
                .map(hearing -> new EventAnswer(
                        hearing.eventId(), hearing.heard().name().toLowerCase(Locale.ROOT)))
                .toList());
        messages.put(
                carrier, id, new Messages.Taken(contract.signatures().content(id, bytes), answer), clock.instant());
        return ResponseEntity.ok(answer);
    }

    private void authenticate(Contract contract, String id, long timestamp, String signature, byte[] body) {
        Duration away = Duration.between(Instant.ofEpochSecond(timestamp), clock.instant())
                .abs();
        if (away.compareTo(window) > 0 || !contract.signatures().holds(signature, id, timestamp, body)) {
            meters.turnedAway();
            throw new Problem(CarrierProblem.CARRIER_NOT_AUTHENTICATED, null, Map.of());
        }
    }

    /** The body as it came: a signature is over bytes. */
    private static byte[] bytes(HttpServletRequest request) {
        ContentCachingRequestWrapper kept = WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
        if (kept == null) {
            throw new IllegalStateException("the body was not kept");
        }
        return kept.getContentAsByteArray();
    }
}
