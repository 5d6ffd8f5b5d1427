package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Live;

/**
 * An agency becomes another while a case is open (merger, split, new name; Nghị định 118/2025/NĐ-CP ended the huyện level
 * this way): whoever succeeds has its papers and its steps, without giao and nhận.
 */
final class Succession {
    private Succession() {}

    static Decision<CaseEvent> decide(Live state, CaseCommand.Succeed command) {
        Optional<AgencyRef> replaced = involved(state)
                .filter(agency -> agency.id().equals(command.agency()))
                .findFirst();
        if (state.endedAt() != null || replaced.isEmpty()) {
            return Decision.accept();
        }
        return unless(
                List.of(() -> Rules.exists(command.successor(), command.at())),
                () -> List.of(new CaseEvent.AgencySucceeded(
                        command.at().isBefore(state.lastAt()) ? state.lastAt() : command.at(),
                        replaced.get(),
                        command.successor())));
    }

    /** Every agency that has something to do with the case now or may have later. */
    static Stream<AgencyRef> involved(Live state) {
        Stream<AgencyRef> giver = state.custody() instanceof Custody.Offered offered && offered.giver() != null
                ? Stream.of(offered.giver().custody().agency())
                : Stream.empty();
        Stream<AgencyRef> steps = state.progress().flow().steps().stream().map(FlowStep::agency);
        Stream<AgencyRef> asked =
                state.opinions().values().stream().filter(Opinion::open).map(Opinion::agency);
        return Stream.of(Stream.of(state.custody().agency()), giver, steps, asked)
                .flatMap(agencies -> agencies);
    }

    static Live succeeded(Live state, CaseEvent.AgencySucceeded event) {
        String from = event.from().id();
        AgencyRef to = event.to();
        Flow flow = state.progress().flow().with(from, to);
        Map<String, Opinion> opinions = new HashMap<>();
        state.opinions()
                .forEach((id, opinion) -> opinions.put(
                        id, opinion.open() && opinion.agency().id().equals(from) ? opinion.at(to) : opinion));
        return state.succeeded(
                file(state.file(), flow),
                state.progress().with(flow),
                custody(state.custody(), flow, from, to),
                opinions);
    }

    private static CaseFile file(CaseFile file, Flow flow) {
        return new CaseFile(
                file.code(),
                file.procedure(),
                file.procedureName(),
                file.procedureNameEn(),
                file.channel(),
                file.source(),
                file.receivedAt(),
                file.dueAt(),
                file.oneStop(),
                flow.steps(),
                file.calendarVersion(),
                file.rules(),
                file.calendar());
    }

    private static Custody custody(Custody custody, Flow flow, String from, AgencyRef to) {
        return switch (custody) {
            case Custody.Held held -> held(held, from, to);
            case Custody.Offered offered -> {
                Custody.Giver giver = offered.giver();
                yield new Custody.Offered(
                        replaced(offered.agency(), from, to),
                        offered.since(),
                        giver == null
                                ? null
                                : new Custody.Giver(
                                        held(giver.custody(), from, to),
                                        giver.progress().with(flow),
                                        giver.stay()));
            }
        };
    }

    private static Custody.Held held(Custody.Held held, String from, AgencyRef to) {
        return new Custody.Held(replaced(held.agency(), from, to), held.since());
    }

    private static AgencyRef replaced(AgencyRef agency, String from, AgencyRef to) {
        return agency.id().equals(from) ? to : agency;
    }
}
