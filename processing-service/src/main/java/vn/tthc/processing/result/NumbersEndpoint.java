package vn.tthc.processing.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** The signed decision gets its number. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class NumbersEndpoint {
    private final CaseDesk desk;

    NumbersEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * The result's number.
     *
     * @param number as the agency's register has it
     */
    record NumberRequest(@NotBlank @Size(max = 100) String number) {}

    @Operation(
            summary = "Vào số kết quả / number the result",
            description = "Needs If-Match, after signing, in a numbering step, which it completes.")
    @PostMapping("/api/v1/cases/{dossierId}/numbers")
    ResponseEntity<CaseAnswer> number(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid NumberRequest body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ISSUE,
                acting -> new CaseCommand.GiveNumber(acting.now(), acting.agency(), acting.by(), body.number()));
    }
}
