package vn.tthc.intake.preview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.Pause;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Computes a due date without a dossier, and explains it. */
@RestController
@Tag(name = "Deadlines", description = "Thời hạn / due dates")
class PreviewEndpoint {
    private final PreviewCalendars calendars;
    private final AccessPolicy access;
    private final Requests requests;

    PreviewEndpoint(PreviewCalendars calendars, AccessPolicy access, Requests requests) {
        this.calendars = calendars;
        this.access = access;
        this.requests = requests;
    }

    @Operation(
            summary = "Tính thử ngày hẹn trả / try out a due date",
            description = "Public. The same request and calendar version always give the same answer; what makes no"
                    + " sense is 400 with the field.")
    @PostMapping("/api/v1/deadlines/preview")
    PreviewAnswer preview(@Valid @RequestBody PreviewBody body, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.PREVIEW_DEADLINE, Subject.ANY);
        Optional<WorkingCalendar> calendar = calendars.named(body.calendar());
        List<FieldProblem> problems = PreviewChecks.problems(body, calendar);
        if (!problems.isEmpty()) {
            throw Problem.fields(problems);
        }
        try {
            return PreviewAnswer.of(Deadlines.read(asked(body), calendar.orElseThrow()));
        } catch (IllegalArgumentException beyondTheCalendar) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "term.amount",
                    FieldReason.OUT_OF_RANGE,
                    "Ngày hẹn trả nằm ngoài lịch làm việc.",
                    "The due date lies beyond the calendar.")));
        }
    }

    private static DeadlineRequest asked(PreviewBody body) {
        @Nullable Channel channel = body.channel();
        return new DeadlineRequest(
                body.receivedAt(),
                new Term(body.term().amount(), body.term().unit()),
                Objects.requireNonNullElse(channel, Channel.COUNTER),
                body.stops().stream()
                        .map(pause -> new Pause(pause.from(), pause.to(), pause.reason()))
                        .toList(),
                body.sameDayCutOff());
    }
}
