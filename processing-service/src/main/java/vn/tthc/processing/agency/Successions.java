package vn.tthc.processing.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.processing.desk.OpenCases;
import vn.tthc.processing.domain.CaseCommand;

/** Open cases of an agency that has become another go to that one, an event for each. */
@Component
public class Successions {
    private final PublishedAgencies agencies;
    private final OpenCases openCases;
    private final DocumentStore documents;
    private final Commands commands;

    Successions(PublishedAgencies agencies, OpenCases openCases, DocumentStore documents, Commands commands) {
        this.agencies = agencies;
        this.openCases = openCases;
        this.documents = documents;
        this.commands = commands;
    }

    /** Who takes the place of an agency at that moment; empty when it exists, or when that is not one agency. */
    public Optional<AgencyRef> successor(String agency, Instant at) {
        LocalDate day = VietnamTime.date(at);
        Optional<Agency> known = agencies.find(documents, agency);
        if (known.isEmpty() || known.get().ref().validOn(day)) {
            return Optional.empty();
        }
        List<Agency> successors = agencies.successors(documents, known.get(), day);
        return successors.size() == 1 ? Optional.of(successors.getFirst().ref()) : Optional.empty();
    }

    /**
     * Moves every open case from an agency to another; one that is there already stays.
     *
     * @return how many were moved
     */
    public int move(String agency, AgencyRef successor, Instant at, Actor actor, String correlation) {
        int moved = 0;
        for (String dossier : openCases.ofAgency(documents, agency)) {
            CommandContext context = new CommandContext(
                    "succession/" + agency + "/" + successor.id(),
                    null,
                    null,
                    null,
                    new Provenance(actor, Origin.LIVE, correlation, null, null, null));
            Outcome outcome =
                    commands.send(StreamId.caseOf(dossier), new CaseCommand.Succeed(at, agency, successor), context);
            if (!(outcome instanceof Outcome.Done done)) {
                throw new IllegalStateException("case " + dossier + " could not be moved: " + outcome);
            }
            moved += done.repeated() ? 0 : 1;
        }
        return moved;
    }

    /** The service itself, when nobody has asked. */
    public static Actor byItself() {
        return new Actor("processing", Set.of(Role.SYSTEM), null);
    }
}
