package vn.tthc.processing.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.RecordedCommit;

/**
 * What a request has changed in a case; the same when it is sent again.
 *
 * @param dossierId the dossier
 * @param version the case's version after it
 * @param changes what happened, empty when it was so already
 */
public record CaseAnswer(String dossierId, long version, List<Change> changes) {

    /**
     * One thing that happened.
     *
     * @param type logical name of the event
     * @param at when
     * @param step the step it concerns, or the one the case is at now
     * @param agency the agency it concerns
     * @param recordId the recorded step it concerns
     * @param anomaly what does not fit together
     */
    public record Change(
            String type,
            Instant at,
            @Nullable String step,
            @Nullable String agency,
            @Nullable String recordId,
            CaseEvent.@Nullable Anomaly anomaly) {}

    static CaseAnswer of(Outcome.Done done, Streams streams) {
        RecordedCommit commit = done.commit();
        List<Change> changes = new ArrayList<>();
        if (commit != null) {
            List<TthcEvent> events = streams.events(commit);
            for (int i = 0; i < events.size(); i++) {
                changes.add(change(commit.events().get(i).envelope().type(), (CaseEvent) events.get(i)));
            }
        }
        return new CaseAnswer(StreamId.parse(done.stream()).id(), done.version(), List.copyOf(changes));
    }

    private static Change change(String type, CaseEvent event) {
        return switch (event) {
            case CaseEvent.Opened e -> of(type, e, null, null);
            case CaseEvent.HandOverRefused e -> of(type, e, null, e.agency());
            case CaseEvent.CustodyAccepted e -> of(type, e, e.step(), e.agency());
            case CaseEvent.StepCompleted e -> of(type, e, e.step(), e.agency());
            case CaseEvent.Forwarded e -> of(type, e, e.toStep(), e.to());
            case CaseEvent.SentBack e -> of(type, e, e.toStep(), e.to());
            case CaseEvent.ResultSigned e -> of(type, e, e.step(), e.agency());
            case CaseEvent.ResultIssued e -> of(type, e, e.step(), e.agency());
            case CaseEvent.Finished e -> of(type, e, null, null);
            case CaseEvent.SupplementAsked e -> of(type, e, e.step(), e.agency());
            case CaseEvent.ObligationAsked e -> of(type, e, e.step(), e.agency());
            case CaseEvent.PauseAsked e -> of(type, e, e.step(), e.agency());
            case CaseEvent.PauseEnded e -> of(type, e, e.step(), e.agency());
            case CaseEvent.WithdrawalGranted e -> of(type, e, null, e.agency());
            case CaseEvent.WithdrawalRefused e -> of(type, e, null, e.agency());
            case CaseEvent.HandOverDeclined e -> of(type, e, e.toStep(), e.to());
            case CaseEvent.AgencySucceeded e -> of(type, e, null, e.to());
            case CaseEvent.StepSkipped e -> of(type, e, e.step(), e.agency());
            case CaseEvent.Assigned e -> of(type, e, e.step(), e.agency());
            case CaseEvent.Released e -> of(type, e, e.step(), e.agency());
            case CaseEvent.OpinionAsked e -> of(type, e, e.step(), e.agency());
            case CaseEvent.OpinionGiven e -> of(type, e, null, e.agency());
            case CaseEvent.OpinionWithdrawn e -> of(type, e, null, e.agency());
            case CaseEvent.ResultDrafted e -> of(type, e, e.step(), e.agency());
            case CaseEvent.ResultNumbered e -> of(type, e, e.step(), e.agency());
            case CaseEvent.ResultCorrected e -> of(type, e, e.toStep(), e.to());
            case CaseEvent.ClockFollowed e -> of(type, e, null, null);
            case CaseEvent.AlarmRaised e -> of(type, e, e.step(), e.agency());
            case CaseEvent.Escalated e -> of(type, e, e.step(), e.agency());
            case CaseEvent.ApologyDrafted e -> of(type, e, e.step(), e.agency());
            case CaseEvent.ApologySigned e -> of(type, e, e.step(), e.agency());
            case CaseEvent.StepRecorded e -> new Change(type, e.occurredAt(), null, id(e.agency()), e.recordId(), null);
            case CaseEvent.AnomalyRecorded e -> new Change(type, e.occurredAt(), null, null, e.recordId(), e.anomaly());
        };
    }

    private static Change of(String type, CaseEvent event, @Nullable String step, @Nullable AgencyRef agency) {
        return new Change(type, event.occurredAt(), step, id(agency), null, null);
    }

    private static @Nullable String id(@Nullable AgencyRef agency) {
        return agency == null ? null : agency.id();
    }
}
