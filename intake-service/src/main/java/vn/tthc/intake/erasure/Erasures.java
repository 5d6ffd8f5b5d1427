package vn.tthc.intake.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.operation.OperationEvent.PersonErased;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.person.PersonRegister;
import vn.tthc.intake.person.PersonRegister.Membership;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.operation.OperationLog;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;

/**
 * Decides erasures. A person with a running dossier is not erased: the result could not be returned (the law exempts data
 * a state agency needs for the task at hand). The register lets the person go before the decision is recorded, so that
 * nobody files under a key that is about to vanish.
 */
@Component
class Erasures {
    /** Where nothing more is done with a person's data. */
    private static final Set<OfficialStatus> ENDED =
            Set.of(OfficialStatus.NOT_RECEIVED, OfficialStatus.STOPPED, OfficialStatus.RETURNED);

    private final Dossiers dossiers;
    private final PersonRegister register;
    private final OperationLog log;
    private final Now now;

    Erasures(Dossiers dossiers, PersonRegister register, OperationLog log, Now now) {
        this.dossiers = dossiers;
        this.register = register;
        this.log = log;
        this.now = now;
    }

    /**
     * A person with all dossiers.
     *
     * @param memberships as the register has them
     * @param dossiers those that are there
     */
    record Whole(String person, List<Membership> memberships, List<Found> dossiers) {}

    /** The stream of a person's erasure. */
    StreamId stream(String person) {
        return log.stream("erasure." + person);
    }

    /**
     * The person somebody names.
     *
     * @throws Problem 404 when there is none
     */
    Whole find(ErasureBody body) {
        String person = (body.identityNumber() != null
                        ? register.person(body.identityNumber())
                        : party(
                                Objects.requireNonNull(body.dossierId(), "checked"),
                                Objects.requireNonNull(body.party(), "checked")))
                .orElseThrow(() -> new Problem(ErasureProblem.NOBODY_TO_ERASE, null, Map.of()));
        List<Membership> memberships = register.dossiers(person);
        List<Found> found = new ArrayList<>();
        for (Membership membership : memberships) {
            dossiers.look(membership.dossier()).ifPresent(found::add);
        }
        if (found.isEmpty() && body.dossierId() != null) {
            // Filed before there was a register, or forgotten in it already.
            found.add(dossiers.find(body.dossierId()));
        }
        return new Whole(person, memberships, found);
    }

    private Optional<String> party(String dossierId, ErasureBody.PartyRole role) {
        Filing filing = dossiers.find(dossierId).state().filing();
        if (filing == null) {
            return Optional.empty();
        }
        Party party = switch (role) {
            case APPLICANT -> filing.applicant();
            case OWNER -> filing.owner();
        };
        return Optional.ofNullable(party).map(Party::person);
    }

    /**
     * Records the erasure; every service carries it out.
     *
     * @return the decision that holds, the first one when there are two
     * @throws Problem 409 while a dossier of the person is running
     */
    AppendResult decide(Whole whole, ErasureBody body, CommandContext context) {
        boolean running = whole.dossiers().stream()
                        .anyMatch(dossier -> !ENDED.contains(dossier.state().status()))
                || whole.memberships().stream()
                        .filter(membership -> membership.beingFiled(now.instant()))
                        .anyMatch(membership -> whole.dossiers().stream()
                                .noneMatch(dossier -> dossier.stream().id().equals(membership.dossier())));
        if (running) {
            throw new Problem(ErasureProblem.DOSSIER_STILL_RUNNING, null, Map.of());
        }
        if (!register.leave(whole.person(), whole.memberships().size())) {
            throw new Problem(CommonProblem.OVERLOADED);
        }
        // Those first: once the person's own erasure is carried out the register does not know them any more.
        register.others(whole.person()).forEach(other -> record(other, body, context));
        return record(whole.person(), body, context);
    }

    private AppendResult record(String person, ErasureBody body, CommandContext context) {
        return log.record(
                stream(person),
                context.commandId(),
                null,
                new PersonErased(now.instant(), person, body.ground(), body.decision()),
                context.provenance());
    }
}
