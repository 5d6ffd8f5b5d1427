package vn.tthc.platform.consume;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** How far the consumers of this service are behind given versions of streams. */
@RestController
@Tag(name = "operation")
class PositionsEndpoint {
    private final ConsumerLoops loops;
    private final ConsumerStore store;
    private final AccessPolicy access;
    private final Requests requests;

    PositionsEndpoint(ConsumerLoops loops, ConsumerStore store, AccessPolicy access, Requests requests) {
        this.loops = loops;
        this.store = store;
        this.access = access;
        this.requests = requests;
    }

    /** A stream and the version its owner has. */
    record Head(@NotBlank String stream, @Positive long version) {}

    /** A thousand streams at most. */
    record HeadsRequest(@NotNull @Size(max = 1000) @Valid List<@NotNull Head> heads) {}

    /** A consumer that has not come as far. */
    record Behind(String consumer, String stream, long position, long version) {}

    /** How many positions were compared, and those that are behind; nothing when none is. */
    record BehindAnswer(long compared, List<Behind> behind) {}

    @PostMapping("/internal/positions/behind")
    @Operation(summary = "Which consumers have not reached these versions")
    BehindAnswer behind(HttpServletRequest request, @Valid @RequestBody HeadsRequest body) {
        access.require(requests.caller(request).actor(), FlowPermission.SEE_PROGRESS, Subject.ANY);
        List<Behind> behind = new ArrayList<>();
        long compared = 0;
        for (ConsumerLoop loop : loops.all()) {
            List<Head> heard = body.heads().stream()
                    .filter(head -> loop.topics().contains(topic(head)))
                    .toList();
            compared += heard.size();
            store.read(loop.name(), reads -> {
                for (Head head : heard) {
                    long position = reads.position(head.stream());
                    if (position < head.version()) {
                        behind.add(new Behind(loop.name(), head.stream(), position, head.version()));
                    }
                }
                return behind.size();
            });
        }
        return new BehindAnswer(compared, behind);
    }

    private static String topic(Head head) {
        try {
            return StreamId.parse(head.stream()).type().topic();
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "heads.stream");
        }
    }
}
