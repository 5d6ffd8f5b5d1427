package vn.tthc.intake.dossier;

import java.util.List;
import java.util.Objects;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.platform.access.Subject;

/**
 * A dossier that is there.
 *
 * @param stream its stream
 * @param state as it is
 * @param version the version it is of
 */
public record Found(StreamId stream, DossierState state, long version) {

    /** The procedure version it is pinned to; of an imported one the version it was brought in with. */
    public String procedure() {
        return state.filing() != null
                ? state.filing().procedure()
                : Objects.requireNonNull(state.brought(), "filed or imported")
                        .file()
                        .procedure();
    }

    /** The one-stop it belongs to. */
    public AgencyRef receiving() {
        return state.filing() != null
                ? state.filing().places().receiving()
                : Objects.requireNonNull(state.brought(), "filed or imported")
                        .file()
                        .oneStop();
    }

    /** What the decisions of the desk are asked for: its one-stop. */
    public Subject desk() {
        return Subject.of(receiving().id());
    }

    /** What its heads decide: asked for the one-stop and the agency that decides. */
    public Subject heads() {
        return Subject.of(agencies().stream().map(AgencyRef::id).distinct().toArray(String[]::new));
    }

    /** On whose behalf an actor acts: the actor's own agency when the dossier concerns it, else the one-stop. */
    public AgencyRef actingFor(Actor actor) {
        return agencies().stream()
                .filter(agency -> agency.id().equals(actor.agency()))
                .findFirst()
                .orElse(receiving());
    }

    private List<AgencyRef> agencies() {
        return state.filing() == null
                ? List.of(receiving())
                : List.of(receiving(), state.filing().places().competent());
    }

    /** What looking at it is asked for: its agencies, or the account that filed it. */
    public Subject viewedAs(String owner) {
        return new Subject(heads().agencies(), owner);
    }
}
