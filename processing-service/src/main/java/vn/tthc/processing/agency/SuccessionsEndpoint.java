package vn.tthc.processing.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;

/** Moves the open cases of an agency that has become another, where its successor links do not say which one. */
@RestController
@Tag(name = "Succession", description = "Đơn vị kế thừa / successors of agencies")
class SuccessionsEndpoint {
    private final Successions successions;
    private final PublishedAgencies agencies;
    private final DocumentStore documents;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    SuccessionsEndpoint(
            Successions successions,
            PublishedAgencies agencies,
            DocumentStore documents,
            AccessPolicy access,
            Requests requests,
            InstantSource clock) {
        this.successions = successions;
        this.agencies = agencies;
        this.documents = documents;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Who succeeds whom.
     *
     * @param agency id of the agency that ended
     * @param successor id of the one that takes its place; left out when its links name exactly one
     */
    record SuccessionRequest(
            @NotBlank @Size(max = 100) String agency,
            @Size(min = 1, max = 100) @Nullable String successor) {}

    /** How many open cases were moved to whom. */
    record SuccessionAnswer(String agency, String successor, int moved) {}

    @Operation(
            summary = "Chuyển hồ sơ đang xử lý cho đơn vị kế thừa / move open cases to the successor",
            description =
                    "For administrators. An agency with one successor is followed by itself; asked again, it moves "
                            + "what is left.")
    @PostMapping("/api/v1/successions")
    SuccessionAnswer move(HttpServletRequest request, @RequestBody @Valid SuccessionRequest body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, ProcessingPermission.MOVE_CASES, Subject.ANY);
        agency("agency", body.agency());
        AgencyRef successor = body.successor() == null
                ? successions
                        .successor(body.agency(), clock.instant())
                        .orElseThrow(() -> field(
                                "successor",
                                FieldReason.NOT_ONE_SUCCESSOR,
                                "Cơ quan còn tồn tại, hoặc không có đúng một đơn vị kế thừa; hãy nêu rõ.",
                                "The agency still exists, or has not exactly one successor; say which one."))
                : agency("successor", body.successor()).ref();
        if (!successor.validOn(VietnamTime.date(clock.instant()))) {
            throw field(
                    "successor",
                    FieldReason.NOT_VALID,
                    "Cơ quan này không tồn tại hôm nay.",
                    "It does not exist today.");
        }
        String correlation = requests.creation(request, body).provenance().correlation();
        int moved = successions.move(body.agency(), successor, clock.instant(), actor, correlation);
        return new SuccessionAnswer(body.agency(), successor.id(), moved);
    }

    private Agency agency(String field, String id) {
        return agencies.find(documents, id)
                .orElseThrow(() -> field(
                        field,
                        FieldReason.UNKNOWN_AGENCY,
                        "Danh mục không có cơ quan này.",
                        "The catalogue has no such agency."));
    }

    private static Problem field(String field, FieldReason code, String vi, String en) {
        return Problem.fields(List.of(FieldProblem.of(field, code, vi, en)));
    }
}
