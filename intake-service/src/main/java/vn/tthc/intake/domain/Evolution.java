package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.intake.domain.DossierState.Brought;
import vn.tthc.intake.domain.DossierState.Ending;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.domain.DossierState.Refused;
import vn.tthc.law.OfficialStatus;

/** How each event changes a dossier. */
final class Evolution {
    private @Nullable OfficialStatus status;
    private @Nullable Filing filing;
    private @Nullable Brought brought;
    private @Nullable Lookup lookup;
    private @Nullable Reception reception;
    private @Nullable Refused refusal;
    private boolean handedOver;
    private @Nullable Ending ending;
    private @Nullable Instant resultAcceptedAt;
    private final Map<Integer, String> delivered;
    private @Nullable Instant returnedAt;
    private final Set<Anomaly> anomalies;
    private Instant lastAt;

    private Evolution(DossierState state) {
        status = state.status();
        filing = state.filing();
        brought = state.brought();
        lookup = state.lookup();
        reception = state.reception();
        refusal = state.refusal();
        handedOver = state.handedOver();
        ending = state.ending();
        resultAcceptedAt = state.resultAcceptedAt();
        delivered = new TreeMap<>(state.delivered());
        returnedAt = state.returnedAt();
        anomalies = new HashSet<>(state.anomalies());
        lastAt = state.lastAt();
    }

    static DossierState of(DossierState state, DossierEvent event) {
        Evolution next = new Evolution(state);
        next.apply(event);
        next.lastAt = event.occurredAt().isAfter(state.lastAt()) ? event.occurredAt() : state.lastAt();
        return next.state();
    }

    private void apply(DossierEvent event) {
        switch (event) {
            case DossierEvent.Submitted submitted -> submitted(submitted);
            case DossierEvent.Imported imported -> imported(imported);
            case DossierEvent.Received received -> {
                status = OfficialStatus.RECEIVED;
                reception = new Reception(
                        received.code(),
                        received.receiving(),
                        received.occurredAt(),
                        received.dueAt(),
                        received.calendarVersion());
            }
            case DossierEvent.ReceptionRefused refused -> {
                status = OfficialStatus.NOT_RECEIVED;
                refusal = new Refused(refused.occurredAt(), refused.reason(), refused.ground());
            }
            case DossierEvent.HandedOver given -> handedOver = true;
            case DossierEvent.HandOverRefused back -> handedOver = false;
            case DossierEvent.ProcessingStarted started -> status = OfficialStatus.IN_PROCESS;
            case DossierEvent.ProcessingEnded ended -> {
                status = OfficialStatus.PROCESSED;
                ending = new Ending(ended.occurredAt(), ended.verdict(), ended.resultNumber());
            }
            case DossierEvent.ResultAccepted accepted -> resultAcceptedAt = accepted.occurredAt();
            case DossierEvent.ResultItemDelivered item -> delivered.put(item.ordinal(), item.itemId());
            case DossierEvent.Returned returned -> {
                status = OfficialStatus.RETURNED;
                returnedAt = returned.occurredAt();
            }
            case DossierEvent.AnomalyRecorded recorded -> anomalies.add(recorded.anomaly());
        }
    }

    private void submitted(DossierEvent.Submitted event) {
        status = OfficialStatus.REGISTERED;
        lookup = event.lookup();
        filing = new Filing(
                event.occurredAt(),
                event.procedure(),
                event.procedureName(),
                event.procedureNameEn(),
                event.channel(),
                event.places(),
                event.portalCode(),
                event.applicant(),
                event.owner(),
                event.returnWish());
    }

    private void imported(DossierEvent.Imported event) {
        CaseFile file = event.file();
        status = OfficialStatus.RECEIVED;
        lookup = event.lookup();
        brought = new Brought(event.source(), event.externalId(), event.contentHash(), file);
        reception = new Reception(file.code(), file.oneStop(), file.receivedAt(), file.dueAt(), null);
    }

    private DossierState state() {
        return new DossierState(
                status,
                filing,
                brought,
                lookup,
                reception,
                refusal,
                handedOver,
                ending,
                resultAcceptedAt,
                delivered,
                returnedAt,
                anomalies,
                lastAt);
    }
}
