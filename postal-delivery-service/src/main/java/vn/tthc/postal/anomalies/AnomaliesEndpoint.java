package vn.tthc.postal.anomalies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.Ruling;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.consume.Freshness;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.anomalies.ItemAnomalies.ItemAnomaly;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;

/** Shows the scans that were set aside, and takes a person's word on one. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class AnomaliesEndpoint {
    private final ItemAnomalies anomalies;
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final Commands commands;
    private final Freshness freshness;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    AnomaliesEndpoint(
            ItemAnomalies anomalies,
            ItemReader items,
            ItemSubjects subjects,
            Commands commands,
            Freshness freshness,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.anomalies = anomalies;
        this.items = items;
        this.subjects = subjects;
        this.commands = commands;
        this.freshness = freshness;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A page of scans that were set aside.
     *
     * @param next asked for next, null when this is the last
     */
    record AnomalyPage(
            List<ItemAnomaly> anomalies,
            @Nullable String next,
            @Nullable Instant asOf) {}

    /**
     * A person's word on a scan that was set aside.
     *
     * @param scanId the scan
     * @param correction scan that tells what happened instead; only when the ruling says that there is one
     * @param ground why; nobody is named in it
     */
    record SettlementBody(
            @NotBlank @Size(max = 120) @Pattern(regexp = "[\\x21-\\x7E]*")
            String scanId,

            @NotNull Ruling ruling,

            @Size(min = 1, max = 120) @Pattern(regexp = "[\\x21-\\x7E]*") @Nullable
            String correction,

            @NotBlank @Size(max = 500) String ground) {}

    /** The version of the item with it. */
    record SettlementAnswer(String itemId, String scanId, long version) {}

    @Operation(
            summary = "Lần quét để riêng / scans set aside",
            description =
                    "Those nobody has settled, or those settled with their ruling; what was set aside first is first. Postal workers name their point; administrators and inspectors see all.")
    @GetMapping("/api/v1/item-anomalies")
    AnomalyPage list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "OPEN") ItemAnomalies.State state,
            @RequestParam(required = false) @Size(min = 1, max = 40) @Nullable String point,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        access.require(
                requests.caller(request).actor(),
                PostalPermission.SEE_ANOMALIES,
                point == null ? Subject.EVERYWHERE : subjects.atPoint(point));
        Instant asOf = freshness.asOf(ItemAnomalies.NAME).orElse(null);
        try {
            ItemAnomalies.Some some = anomalies.list(state, point, after, limit);
            return new AnomalyPage(some.anomalies(), some.next(), asOf);
        } catch (IllegalArgumentException noPlace) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "after");
        }
    }

    @Operation(
            summary = "Giải quyết lần quét để riêng / settle a scan that was set aside",
            description =
                    "Needs If-Match. Once for each scan. It moves nothing: the scan stays aside, and what happened instead is told by a scan of its own, named as the correction.")
    @PostMapping("/api/v1/items/{itemId}/anomaly-settlements")
    ResponseEntity<SettlementAnswer> settle(
            HttpServletRequest request, @PathVariable String itemId, @RequestBody @Valid SettlementBody body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.SETTLE_ANOMALY, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        CommandContext context = requests.decision(request, body, stream);
        access.require(actor, PostalPermission.SETTLE_ANOMALY, subject(items.seen(stream, context), body.scanId()));
        ItemCommand command = new ItemCommand.SettleAnomaly(
                clock.instant(),
                body.scanId(),
                body.ruling(),
                body.correction(),
                body.ground().strip());
        return answers.of(
                commands.send(stream, command, context),
                200,
                done -> new SettlementAnswer(itemId, body.scanId(), done.version()));
    }

    /** Who has to do with the item, and the point that told the scan. */
    private Subject subject(ItemState.Open item, String scanId) {
        Subject subject = subjects.of(item);
        Scan told = item.find(scanId);
        if (told == null) {
            return subject;
        }
        Set<String> concerned = new TreeSet<>(subject.points());
        concerned.add(told.point());
        return subject.at(concerned);
    }
}
