package vn.tthc.intake.handover;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.DossierClock;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierProblem;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.reference.Catalogue;
import vn.tthc.intake.reference.Named;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.web.Problem;

/** Makes the command that gives a dossier away: with everything processing needs to know. */
@Component
class HandOvers {
    private final Catalogue catalogue;
    private final PublishedCalendars calendars;
    private final Named named;
    private final Now now;

    HandOvers(Catalogue catalogue, PublishedCalendars calendars, Named named, Now now) {
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.named = named;
        this.now = now;
    }

    /**
     * The command.
     *
     * @param toAgency id of the agency the officer chose for the first step, null for what the flow says
     * @throws Problem 409 when there is nothing to give yet or no agency for a step, 400 when there is no such agency
     */
    DossierCommand command(Found dossier, @Nullable String toAgency) {
        DossierState state = dossier.state();
        Filing filing = state.filing();
        Reception reception = state.reception();
        if (filing == null) {
            throw refused(DossierProblem.IMPORTED_DOSSIER, state);
        }
        if (reception == null) {
            throw refused(DossierProblem.NOT_IN_RECEPTION, state);
        }
        Agency chosen = named.optionalAgency("toAgency", toAgency);
        DossierClock clock = Objects.requireNonNull(state.clock(), "received, so there is one");
        CaseFile file = new CaseFile(
                reception.code(),
                filing.procedure(),
                filing.procedureName(),
                filing.procedureNameEn(),
                filing.channel(),
                "live",
                reception.at(),
                clock.dueAt(),
                reception.receiving(),
                steps(filing, chosen),
                clock.calendarVersion(),
                pinned(filing).work(),
                workingTime(clock));
        return new DossierCommand.HandOver(now.instant(), file, toAgency);
    }

    /** The working time of a calendar that processing cannot have of itself. */
    private @Nullable String workingTime(DossierClock clock) {
        String version = clock.calendarVersion();
        return version == null || Calendars.shipped(version).isPresent()
                ? null
                : Calendars.workingTime(
                        calendars.version(version).spec(),
                        VietnamTime.date(clock.startedAt()).getYear() - 1);
    }

    private Procedure pinned(Filing filing) {
        return catalogue
                .pinned(filing.procedure())
                .orElseThrow(() -> new IllegalStateException("procedure " + filing.procedure() + " is gone"));
    }

    private List<FlowStep> steps(Filing filing, @Nullable Agency chosen) {
        Procedure procedure = pinned(filing);
        String competentId = filing.places().competent().id();
        Agency competent = catalogue
                .agency(competentId)
                .orElseThrow(() -> new IllegalStateException("agency " + competentId + " is gone"));
        Flow flow = Flow.of(procedure, catalogue.lineage(competent), catalogue::agency);
        if (!flow.unresolved().isEmpty()) {
            Procedure.Step step = flow.unresolved().getFirst();
            throw new Problem(
                    DossierProblem.FLOW_NOT_RESOLVED,
                    409,
                    null,
                    Map.of("step", step.id(), "level", step.level().name()));
        }
        return chosen == null ? flow.steps() : flow.beginningAt(chosen).steps();
    }

    private static Problem refused(ProblemCode code, DossierState state) {
        int status =
                Objects.requireNonNull(state.status(), "found, so there is one").code();
        return new Problem(code, 409, null, Map.of("status", String.valueOf(status)));
    }
}
