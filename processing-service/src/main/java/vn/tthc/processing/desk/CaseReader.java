package vn.tthc.processing.desk;

import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.command.RecentStates;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.processing.domain.Case;
import vn.tthc.processing.domain.CaseState;

/** Reads cases back from their streams. */
@Component
public class CaseReader {
    private final RecentStates<CaseState> cases;

    CaseReader(Streams streams) {
        this.cases = streams.states(CaseState.NONE, (state, event) -> Case.evolve(state, (CaseEvent) event));
    }

    /**
     * The case as it is now.
     *
     * @throws Problem 404 when there is none
     */
    public Loaded<CaseState.Opened> now(StreamId stream) {
        Loaded<CaseState> loaded = cases.now(stream);
        if (loaded.state() instanceof CaseState.Opened opened) {
            return new Loaded<>(opened, loaded.version());
        }
        throw new Problem(CommonProblem.NOT_FOUND);
    }

    /**
     * The case as it was at a version. Whether a caller may act is asked of the case they saw: a request that is sent
     * again after it moved the case on is then answered as it was the first time.
     *
     * @throws Problem 404 when there is no case, 412 when there was none yet at that version
     */
    CaseState.Opened at(StreamId stream, long version) {
        if (upTo(stream, version) instanceof CaseState.Opened opened) {
            return opened;
        }
        now(stream);
        throw new Problem(CommonProblem.STALE_VERSION);
    }

    /** The case as its first events made it, up to a version. */
    public CaseState upTo(StreamId stream, long version) {
        return cases.upTo(stream, version).state();
    }
}
