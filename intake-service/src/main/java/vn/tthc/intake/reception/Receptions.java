package vn.tthc.intake.reception;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.dossier.DossierEvent.FeeDue;
import vn.tthc.contracts.dossier.DossierEvent.Paper;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.codes.DossierCodes;
import vn.tthc.intake.domain.ComponentCheck;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierProblem;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.reference.Catalogue;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Term;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.web.Problem;

/** Makes the command that receives a dossier: its due date by the pinned procedure, and its code. */
@Component
class Receptions {
    private final Catalogue catalogue;
    private final DossierCodes codes;
    private final PublishedCalendars calendars;
    private final Now now;

    Receptions(Catalogue catalogue, DossierCodes codes, PublishedCalendars calendars, Now now) {
        this.catalogue = catalogue;
        this.codes = codes;
        this.calendars = calendars;
        this.now = now;
    }

    /**
     * The command; takes a number of the agency's day, so it is called only for a dossier that waits for reception, and
     * takes none for one that is not complete.
     *
     * @param papers what was handed in, null where it was not counted
     * @param reserved the code to take, null for the next one
     * @throws Problem 409 when it does not, or the code cannot be taken
     */
    DossierCommand command(
            Found dossier,
            @Nullable List<Paper> papers,
            DossierCodes.@Nullable Reserved reserved,
            CommandContext context) {
        Filing filing = dossier.state().filing();
        if (filing == null || dossier.state().status() != OfficialStatus.REGISTERED) {
            throw notWaiting(dossier);
        }
        Instant at = now.instant();
        Procedure procedure = catalogue
                .pinned(filing.procedure())
                .orElseThrow(() -> new IllegalStateException("procedure " + filing.procedure() + " is gone"));
        Agency receiving = agency(filing.places().receiving().id());
        Agency competent = agency(filing.places().competent().id());
        WorkingCalendar calendar = calendars.of(competent.id());
        @Nullable Term term = Terms.of(procedure, filing.channel(), competent.area());
        ComponentCheck check = papers == null ? null : new ComponentCheck(papers, procedure.components());
        boolean complete =
                check == null || (check.missing().isEmpty() && check.unknown().isEmpty());
        return new DossierCommand.Receive(
                at,
                complete ? code(dossier, receiving, at, reserved, context) : "",
                receiving.ref(),
                term,
                term == null ? null : dueAt(at, term, filing, procedure, calendar),
                procedure.noDueDate(),
                calendar.version(),
                procedure.fees().stream()
                        .filter(fee -> fee.amountVnd() > 0)
                        .map(fee -> new FeeDue(fee.code(), fee.name(), fee.nameEn(), fee.amountVnd()))
                        .toList(),
                check);
    }

    private String code(
            Found dossier,
            Agency receiving,
            Instant at,
            DossierCodes.@Nullable Reserved reserved,
            CommandContext context) {
        return reserved == null
                ? codes.next(receiving, VietnamTime.date(at))
                : codes.use(reserved, receiving, dossier.stream().id(), context);
    }

    private static Instant dueAt(Instant at, Term term, Filing filing, Procedure procedure, WorkingCalendar calendar) {
        return Deadlines.dueAt(
                new DeadlineRequest(at, term, filing.channel(), List.of(), procedure.sameDayCutOff()), calendar);
    }

    private Agency agency(String id) {
        return catalogue.agency(id).orElseThrow(() -> new IllegalStateException("agency " + id + " is gone"));
    }

    private static Problem notWaiting(Found dossier) {
        OfficialStatus status = Objects.requireNonNull(dossier.state().status(), "found, so there is one");
        return new Problem(
                DossierProblem.NOT_WAITING_FOR_RECEPTION, 409, null, Map.of("status", String.valueOf(status.code())));
    }
}
