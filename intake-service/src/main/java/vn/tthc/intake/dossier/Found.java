package vn.tthc.intake.dossier;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Places;
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

    /** What looking at it is asked for: its agencies, or the account that filed it. */
    public Subject viewedAs(String owner) {
        @Nullable Places places = state.filing() == null ? null : state.filing().places();
        String[] agencies = places == null
                ? new String[] {receiving().id()}
                : Stream.of(places.receiving().id(), places.competent().id())
                        .distinct()
                        .toArray(String[]::new);
        return new Subject(Subject.of(agencies).agencies(), owner);
    }
}
