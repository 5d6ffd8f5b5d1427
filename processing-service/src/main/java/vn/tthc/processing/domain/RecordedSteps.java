package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Anomaly;
import vn.tthc.contracts.decision.Decision;

/** What holds for steps outside the flow, in live and imported cases alike. */
final class RecordedSteps {
    private RecordedSteps() {}

    /** The answer when the record has been told before: nothing new, or a conflict; empty when it is new. */
    static Optional<Decision<CaseEvent>> knownBefore(Records records, CaseCommand.RecordStep command) {
        Records.Entry known = records.find(command.recordId());
        if (known == null) {
            return Optional.empty();
        }
        return Optional.of(
                known.contentHash().equals(command.contentHash())
                        ? Decision.accept()
                        : Decision.refuse(
                                CaseProblem.RECORD_CONFLICT, "recordId", Map.of("recordId", command.recordId())));
    }

    /** The record, and the anomaly when it lies after the end of processing. */
    static List<CaseEvent> recorded(CaseCommand.RecordStep command, @Nullable Instant endedAt) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(new CaseEvent.StepRecorded(
                command.at(),
                command.recordId(),
                command.name(),
                command.agency(),
                command.agencyLabel(),
                command.resource(),
                command.contentHash()));
        if (endedAt != null && command.at().isAfter(endedAt)) {
            events.add(afterEnd(command.at(), command.recordId()));
        }
        return events;
    }

    /** The end, and an anomaly for every record that turns out to lie after it. */
    static List<CaseEvent> finished(CaseEvent.Finished end, Records records) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(end);
        records.after(end.occurredAt())
                .forEach(late -> events.add(afterEnd(late.getValue().occurredAt(), late.getKey())));
        return events;
    }

    private static CaseEvent afterEnd(Instant at, String recordId) {
        return new CaseEvent.AnomalyRecorded(at, Anomaly.STEP_AFTER_END, recordId);
    }
}
