package vn.tthc.processing.desk;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.processing.domain.CaseState;
import vn.tthc.processing.domain.Opinion;

/** The agencies that a case concerns. */
public final class Agencies {
    private Agencies() {}

    /** Who has to act now: the agency that holds the papers or is to take them; for an old case its one-stop. */
    public static String answering(CaseState.Opened state) {
        return switch (state) {
            case CaseState.Live live -> live.custody().agency().id();
            case CaseState.Imported imported -> imported.file().oneStop().id();
        };
    }

    /** All that take part in the flow, that were asked for an opinion, and the one-stop. */
    public static Set<String> concerned(CaseState.Opened state) {
        CaseFile file = state.file();
        Stream<AgencyRef> asked = state instanceof CaseState.Live live
                ? live.opinions().values().stream().map(Opinion::agency)
                : Stream.empty();
        return Stream.of(file.steps().stream().map(FlowStep::agency), Stream.of(file.oneStop()), asked)
                .flatMap(agencies -> agencies)
                .map(AgencyRef::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
