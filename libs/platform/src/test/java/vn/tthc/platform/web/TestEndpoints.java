package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.platform.access.AccessDenied;
import vn.tthc.platform.blob.BlobDownloads;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.person.UnknownPerson;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.StaleDocument;

/** Endpoints that accept everything there is to get wrong, and throw everything there is to throw. */
@RestController
final class TestEndpoints {
    private final Requests requests;
    private final Blobs blobs;

    TestEndpoints(Requests requests, Blobs blobs) {
        this.requests = requests;
        this.blobs = blobs;
    }

    @GetMapping("/api/v1/papers/{hash}")
    ResponseEntity<Resource> paper(@PathVariable String hash) {
        return BlobDownloads.answer(
                blobs.open(hash).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)), "giay-to");
    }

    enum Way {
        COUNTER,
        POST
    }

    enum RuleProblem implements ProblemCode {
        NOT_RECEIVED_YET;

        @Override
        public String vietnamese() {
            return "Hồ sơ {number} chưa được tiếp nhận.";
        }

        @Override
        public String english() {
            return "Dossier {number} has not been received.";
        }
    }

    record Applicant(
            @NotBlank @Size(max = 20) String name,
            @Nullable @Email String email,

            @Nullable @Pattern(regexp = "[0-9]{12}", message = "Phải có 12 chữ số. | Must have 12 digits.")
            String identityNumber) {}

    record Form(
            @NotNull @Valid Applicant applicant,
            @NotNull Way way,
            @Min(1) @Max(9) int copies,
            @Nullable @Positive Long fee,
            @Nullable Instant receivedAt,
            @Nullable LocalDate birthday,
            @Nullable @Size(max = 2) List<@NotBlank @Pattern(regexp = "[a-z]+") String> papers) {
        Form {
            if (fee != null && fee == 13) {
                throw new IllegalArgumentException("secret-13");
            }
        }
    }

    @PostMapping("/api/v1/forms")
    Form form(@RequestBody @Valid Form form) {
        return form;
    }

    @GetMapping("/api/v1/forms/{id}")
    Map<String, Object> search(
            @PathVariable UUID id,
            @RequestParam Way way,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "1") @Min(1) @Max(100) int limit) {
        return from == null ? Map.of("limit", limit) : Map.of("limit", limit, "from", from);
    }

    record Who(String id, List<String> roles, @Nullable String agency) {}

    @GetMapping("/api/v1/procedures/who")
    Who anybody(HttpServletRequest request) {
        return me(request);
    }

    @GetMapping("/api/v1/me")
    Who me(HttpServletRequest request) {
        var actor = requests.caller(request).actor();
        return new Who(
                actor.id(), actor.roles().stream().map(Enum::name).sorted().toList(), actor.agency());
    }

    @PostMapping("/api/v1/status-lookups")
    Map<String, String> lookup() {
        return Map.of("found", "no");
    }

    @GetMapping("/internal/progress")
    Map<String, String> progress() {
        return Map.of("service", "test");
    }

    @PostMapping("/api/v1/throws/{what}")
    void thrown(@PathVariable String what) {
        throw switch (what) {
            case "AccessDenied" -> new AccessDenied("RECEIVE");
            case "LogUnavailable" -> new LogUnavailable("secret", null);
            case "StoreUnavailable" -> new StoreUnavailable("secret", null);
            case "OutcomeUnknown" -> new OutcomeUnknown("secret", null);
            case "OutcomePending" -> new OutcomePending("secret");
            case "VersionConflict" -> new VersionConflict("secret", 1, 2);
            case "StaleDocument" -> new StaleDocument("secret", "x", 1);
            case "UnknownPerson" -> new UnknownPerson("secret");
            case "Problem" ->
                new Problem(RuleProblem.NOT_RECEIVED_YET, 409, "number", Map.of("number", "000.00.01.H36-260302-0001"));
            default -> new IllegalStateException("secret", new IllegalArgumentException("more secret"));
        };
    }
}
