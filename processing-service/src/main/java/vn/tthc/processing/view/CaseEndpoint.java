package vn.tthc.processing.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.Agencies;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.desk.CaseReader;
import vn.tthc.processing.domain.CaseState;
import vn.tthc.processing.domain.Custody;
import vn.tthc.processing.domain.NextAct;
import vn.tthc.processing.domain.Progress;

/** Shows a case to the agencies it concerns. */
@RestController
@Tag(name = "Case", description = "Hồ sơ đang giải quyết / the case")
class CaseEndpoint {
    private final CaseReader cases;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    CaseEndpoint(CaseReader cases, AccessPolicy access, Requests requests, Answers answers) {
        this.cases = cases;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    @Operation(
            summary = "Xem hồ sơ đang giải quyết / show the case",
            description = "With its ETag, who has the papers, and what may be done next.")
    @GetMapping("/api/v1/cases/{dossierId}")
    ResponseEntity<CaseView> get(HttpServletRequest request, @PathVariable String dossierId) {
        StreamId stream = CaseDesk.stream(dossierId);
        Loaded<CaseState.Opened> loaded = cases.now(stream);
        CaseState.Opened state = loaded.state();
        access.require(
                requests.caller(request).actor(),
                ProcessingPermission.READ_CASE,
                new Subject(Agencies.concerned(state), null));
        return answers.state(stream, loaded.version(), view(dossierId, state));
    }

    private static CaseView view(String dossierId, CaseState.Opened state) {
        return switch (state) {
            case CaseState.Live live -> view(dossierId, live, live);
            case CaseState.Imported imported -> view(dossierId, imported, null);
        };
    }

    private static CaseView view(String dossierId, CaseState.Opened state, CaseState.@Nullable Live live) {
        CaseFile file = state.file();
        Progress progress = live == null ? null : live.progress();
        return new CaseView(
                dossierId,
                file.code(),
                file.procedure(),
                new Messages(file.procedureName(), file.procedureNameEn()),
                file.channel(),
                file.source(),
                live == null,
                file.receivedAt(),
                file.dueAt(),
                CaseView.Place.of(file.oneStop()),
                progress == null ? null : CaseView.Step.of(progress.current(), progress.currentDone()),
                live == null ? null : holder(live.custody()),
                progress == null ? null : progress.result(),
                progress == null ? null : progress.resultNumber(),
                state.endedAt(),
                progress == null ? List.of() : steps(progress),
                state.records().byId().size(),
                NextAct.of(state),
                live == null ? null : CaseView.Clock.of(live),
                live == null ? null : live.stay().officer(),
                live == null || live.progress().draft() == null
                        ? null
                        : live.progress().draft().kind(),
                live == null ? List.of() : CaseView.Asked.of(live.opinions()));
    }

    private static CaseView.Holder holder(Custody custody) {
        return new CaseView.Holder(
                switch (custody) {
                    case Custody.Offered offered -> "OFFERED";
                    case Custody.Held held -> "HELD";
                },
                CaseView.Place.of(custody.agency()),
                custody.since());
    }

    private static List<CaseView.Step> steps(Progress progress) {
        return progress.flow().steps().stream()
                .map(step -> CaseView.Step.of(step, progress.done().contains(step.id())))
                .toList();
    }
}
