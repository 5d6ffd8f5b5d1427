package vn.tthc.postal.manifests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.ManifestEvent.Entry;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.Manifest;
import vn.tthc.postal.domain.ManifestCommand;
import vn.tthc.postal.domain.ManifestState;

/** The steps of a manifest: filled and closed and handed over at its point, accepted at the other. */
@RestController
@Tag(name = "Manifests", description = "Bản kê / manifests")
class ManifestStepsEndpoint {
    private final ManifestReader manifests;
    private final ListedItems items;
    private final Commands commands;
    private final Streams streams;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    ManifestStepsEndpoint(
            ManifestReader manifests,
            ListedItems items,
            Commands commands,
            Streams streams,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.manifests = manifests;
        this.items = items;
        this.commands = commands;
        this.streams = streams;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Items as they are scanned.
     *
     * @param items what is printed on them
     */
    record ScannedItems(
            @NotNull @Size(min = 1, max = Manifest.MOST_ITEMS)
            List<@NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z-]*") String> items) {}

    /**
     * All that came.
     *
     * @param items what is printed on it; none when nothing came
     */
    record ArrivedItems(
            @NotNull @Size(max = Manifest.MOST_ITEMS)
            List<@NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z-]*") String> items) {}

    /**
     * Gives it away.
     *
     * @param carrier number plate of the vehicle, or the mail route; never a person, as it stands in clear in the event
     */
    record HandOverBody(
            @NotBlank @Pattern(regexp = CARRIER, message = NO_CARRIER)
            String carrier) {
        private static final String PLATE = "[0-9]{2}[A-ZĐ]{1,2}[0-9]?-?[0-9]{3}[.]?[0-9]{1,2}";
        private static final String ROUTE = "[A-Z]{2,5}-[A-Z]{0,2}[0-9]{1,4}";
        private static final String CARRIER = PLATE + "|" + ROUTE;
        private static final String NO_CARRIER =
                "Phải là biển số xe như 49C-123.45 hoặc mã đường thư như LDG-R07; không ghi tên người. | Must be a number plate such as 49C-123.45 or a mail route such as LDG-R07, never a person's name.";
    }

    /** The version of the manifest after the change. */
    record ManifestAnswer(String manifestId, long version) {}

    /**
     * What became of scanned items.
     *
     * @param added how many were put on it
     * @param refused what was not
     */
    record ItemsAnswer(String manifestId, int added, List<RefusedItem> refused, long version) {}

    /** An item that was not put on it, and why. */
    record RefusedItem(String item, String code, Messages messages) {}

    /** The missing and the unexpected by number. */
    record AcceptanceAnswer(
            String manifestId,
            int arrived,
            List<ManifestView.ListedItem> missing,
            List<ManifestView.ListedItem> unexpected,
            long version) {}

    @Operation(
            summary = "Đưa bưu gửi vào bản kê / put items on a manifest",
            description =
                    "By scan, one or many; what is on it already stays and counts once. What is no item of this post is refused by itself.")
    @PostMapping("/api/v1/manifests/{manifestId}/items")
    ResponseEntity<ItemsAnswer> add(
            HttpServletRequest request, @PathVariable String manifestId, @RequestBody @Valid ScannedItems body) {
        StreamId stream = at(request, manifestId, Side.FROM);
        CommandContext context = requests.creation(request, body);
        List<RefusedItem> refused = new ArrayList<>();
        List<Entry> entries = items.known(body.items(), refused);
        Outcome outcome = commands.send(stream, new ManifestCommand.Add(clock.instant(), entries), context);
        return answers.of(outcome, 200, done -> new ItemsAnswer(manifestId, added(done), refused, done.version()));
    }

    private int added(Outcome.Done done) {
        var commit = done.commit();
        return commit != null && streams.events(commit).getFirst() instanceof ManifestEvent.ItemsAdded added
                ? added.items().size()
                : 0;
    }

    @Operation(
            summary = "Đóng bản kê / close a manifest",
            description = "Needs If-Match. Nothing more goes on it; an empty one is not closed.")
    @PostMapping("/api/v1/manifests/{manifestId}/closures")
    ResponseEntity<ManifestAnswer> close(HttpServletRequest request, @PathVariable String manifestId) {
        StreamId stream = at(request, manifestId, Side.FROM);
        CommandContext context = requests.decision(request, null, stream);
        return answer(manifestId, commands.send(stream, new ManifestCommand.Close(clock.instant()), context));
    }

    @Operation(
            summary = "Giao bản kê đi / hand a manifest over",
            description =
                    "Needs If-Match. After it was closed, to whoever carries it; each of its items then has a scan that it left.")
    @PostMapping("/api/v1/manifests/{manifestId}/hand-overs")
    ResponseEntity<ManifestAnswer> handOver(
            HttpServletRequest request, @PathVariable String manifestId, @RequestBody @Valid HandOverBody body) {
        StreamId stream = at(request, manifestId, Side.FROM);
        CommandContext context = requests.decision(request, body, stream);
        ManifestCommand command = new ManifestCommand.HandOver(clock.instant(), body.carrier());
        return answer(manifestId, commands.send(stream, command, context));
    }

    @Operation(
            summary = "Nhận bản kê, đối chiếu / accept a manifest",
            description =
                    "Needs If-Match. With everything that came, on the list or not: the answer names the missing and the unexpected, and each item that came then has a scan that it did.")
    @PostMapping("/api/v1/manifests/{manifestId}/acceptances")
    ResponseEntity<AcceptanceAnswer> accept(
            HttpServletRequest request, @PathVariable String manifestId, @RequestBody @Valid ArrivedItems body) {
        StreamId stream = at(request, manifestId, Side.TO);
        CommandContext context = requests.decision(request, body, stream);
        ManifestState.Known manifest = manifests.get(stream).state();
        ManifestCommand command = new ManifestCommand.Accept(clock.instant(), items.came(manifest, body.items()));
        return answers.of(commands.send(stream, command, context), 200, done -> accepted(manifestId, done));
    }

    private AcceptanceAnswer accepted(String manifestId, Outcome.Done done) {
        var commit = done.commit();
        if (commit != null && streams.events(commit).getFirst() instanceof ManifestEvent.Accepted accepted) {
            return new AcceptanceAnswer(
                    manifestId,
                    accepted.arrived(),
                    ManifestView.ListedItem.of(accepted.missing()),
                    ManifestView.ListedItem.of(accepted.unexpected()),
                    done.version());
        }
        throw new Problem(CommonProblem.OUTCOME_UNKNOWN);
    }

    private enum Side {
        FROM,
        TO
    }

    private StreamId at(HttpServletRequest request, String manifestId, Side side) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.WORK_MANIFEST, Subject.ANY);
        StreamId stream = ManifestReader.stream(manifestId);
        ManifestEvent.Opened opened = manifests.get(stream).state().opened();
        String point = side == Side.FROM ? opened.from() : opened.to();
        access.require(actor, PostalPermission.WORK_MANIFEST, Subject.ANY.at(Set.of(point)));
        return stream;
    }

    private ResponseEntity<ManifestAnswer> answer(String manifestId, Outcome outcome) {
        return answers.of(outcome, 200, done -> new ManifestAnswer(manifestId, done.version()));
    }
}
