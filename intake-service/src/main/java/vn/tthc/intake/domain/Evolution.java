package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.intake.domain.DossierState.Brought;
import vn.tthc.intake.domain.DossierState.Ending;
import vn.tthc.intake.domain.DossierState.Fee;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.domain.DossierState.Refused;
import vn.tthc.intake.domain.DossierState.Stop;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Standing;
import vn.tthc.law.clock.Extension;
import vn.tthc.law.clock.PauseReason;

/** How each event changes a dossier. */
final class Evolution {
    private @Nullable Standing standing;
    private @Nullable Filing filing;
    private @Nullable Brought brought;
    private @Nullable Lookup lookup;
    private @Nullable Reception reception;
    private @Nullable DossierClock clock;
    private final Map<String, Fee> fees;
    private int supplementRequests;
    private boolean answerOverdue;
    private @Nullable Refused refusal;
    private boolean handedOver;
    private @Nullable Ending ending;
    private @Nullable Stop stop;
    private @Nullable Instant resultAcceptedAt;
    private final Map<Integer, String> delivered;
    private @Nullable Instant returnedAt;
    private final Set<Anomaly> anomalies;
    private Instant lastAt;

    private Evolution(DossierState state) {
        standing = state.standing();
        filing = state.filing();
        brought = state.brought();
        lookup = state.lookup();
        reception = state.reception();
        clock = state.clock();
        fees = new TreeMap<>(state.fees());
        supplementRequests = state.supplementRequests();
        answerOverdue = state.answerOverdue();
        refusal = state.refusal();
        handedOver = state.handedOver();
        ending = state.ending();
        stop = state.stop();
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
            case DossierEvent.Received received -> received(received);
            case DossierEvent.ReceptionRefused refused -> {
                reach(OfficialStatus.NOT_RECEIVED);
                refusal = new Refused(refused.occurredAt(), refused.reason(), refused.ground());
            }
            case DossierEvent.PostedRefused none -> {} // there is no dossier
            case DossierEvent.HandedOver given -> handedOver = true;
            case DossierEvent.HandOverRefused back -> handedOver = false;
            case DossierEvent.ProcessingStarted started -> reach(OfficialStatus.IN_PROCESS);
            case DossierEvent.ProcessingEnded ended -> {
                reach(OfficialStatus.PROCESSED);
                ending = new Ending(ended.occurredAt(), ended.verdict(), ended.resultNumber());
            }
            case DossierEvent.ResultAccepted accepted -> resultAcceptedAt = accepted.occurredAt();
            case DossierEvent.ResultItemDelivered item -> delivered.put(item.ordinal(), item.itemId());
            case DossierEvent.ReturnWayChanged changed -> filing = filing == null ? null : filing.takenOffThePost();
            case DossierEvent.Returned returned -> {
                reach(OfficialStatus.RETURNED);
                returnedAt = returned.occurredAt();
            }
            case DossierEvent.AnomalyRecorded recorded -> anomalies.add(recorded.anomaly());
            case DossierEvent.SupplementRequested asked -> {
                standing = now().supplement(true);
                supplementRequests = asked.nth();
                if (asked.clockStopped()) {
                    stop(asked.occurredAt(), PauseReason.SUPPLEMENT);
                }
            }
            case DossierEvent.SupplementReceived came -> resume(came.occurredAt(), PauseReason.SUPPLEMENT, came.due());
            case DossierEvent.ObligationRequested asked -> {
                standing = now().obligation(true);
                stop(asked.occurredAt(), PauseReason.FINANCIAL_OBLIGATION);
            }
            case DossierEvent.ObligationMet met ->
                resume(met.occurredAt(), PauseReason.FINANCIAL_OBLIGATION, met.due());
            case DossierEvent.Paused paused -> stop(paused.occurredAt(), paused.reason());
            case DossierEvent.Resumed resumed -> resume(resumed.occurredAt(), resumed.reason(), resumed.due());
            case DossierEvent.PauseRefused refused -> {}
            case DossierEvent.ExtensionRefused refused -> {}
            case DossierEvent.AnswerOverdue overdue -> answerOverdue = true;
            case DossierEvent.ComponentsChecked checked -> {}
            case DossierEvent.FeesDue due -> due.fees().forEach(fee -> fees.put(fee.code(), new Fee(fee, false, null)));
            case DossierEvent.FeePaid paid ->
                fees.computeIfPresent(paid.fee(), (code, fee) -> new Fee(fee.due(), false, paid.receipt()));
            case DossierEvent.FeeWaived waived ->
                fees.computeIfPresent(waived.fee(), (code, fee) -> new Fee(fee.due(), true, waived.ground()));
            case DossierEvent.WithdrawalRequested asked -> standing = now().withdrawal(true);
            case DossierEvent.WithdrawalRefused refused -> standing = now().withdrawal(false);
            case DossierEvent.Stopped stopped -> {
                reach(OfficialStatus.STOPPED);
                stop = new Stop(stopped.occurredAt(), stopped.verdict());
            }
            case DossierEvent.Extended extended -> {
                if (clock != null) {
                    clock = clock.extended(
                            new Extension(extended.occurredAt(), extended.promisedAt(), extended.reason()));
                }
            }
            case DossierEvent.Corrected corrected -> corrected(corrected);
            case DossierEvent.DueDateRederived rederived -> {
                if (clock != null) {
                    clock = clock.dueAgain(rederived.due());
                }
            }
        }
    }

    /** A stream begins with its filing; whatever else it says, evolving never refuses. */
    private Standing now() {
        return standing == null ? Standing.at(OfficialStatus.REGISTERED) : standing;
    }

    private void reach(OfficialStatus stage) {
        standing = standing == null ? Standing.at(stage) : standing.reaching(stage);
    }

    private void stop(Instant at, PauseReason reason) {
        if (clock != null) {
            clock = clock.stopped(at, reason);
        }
    }

    private void resume(Instant at, PauseReason reason, DueChange due) {
        switch (reason) {
            case SUPPLEMENT -> standing = now().supplement(false);
            case FINANCIAL_OBLIGATION -> standing = now().obligation(false);
            case TAX_DETERMINATION,
                    PUBLIC_POSTING,
                    APPRAISAL,
                    OPINION,
                    VIOLATION_HANDLING,
                    INHERITANCE_DIVISION,
                    OTHER_LISTED -> {}
        }
        if (clock != null) {
            clock = clock.resumed(at, reason).dueAgain(due);
        }
    }

    private void corrected(DossierEvent.Corrected event) {
        switch (event.fact()) {
            case RECEIVED_AT -> {
                if (reception != null && clock != null) {
                    reception = new Reception(reception.code(), reception.receiving(), event.after());
                    clock = clock.startingAt(event.after()).dueAgain(event.due());
                }
                if (ending != null) {
                    ending = new Ending(ending.at(), event.verdict(), ending.resultNumber());
                }
            }
            case ENDED_AT -> {
                if (ending != null) {
                    ending = new Ending(event.after(), event.verdict(), ending.resultNumber());
                }
            }
        }
    }

    private void received(DossierEvent.Received event) {
        reach(OfficialStatus.RECEIVED);
        reception = new Reception(event.code(), event.receiving(), event.occurredAt());
        clock = new DossierClock(
                event.occurredAt(),
                filing == null ? Channel.COUNTER : filing.channel(),
                event.term(),
                event.dueAt(),
                event.calendarVersion(),
                List.of(),
                List.of());
    }

    private void submitted(DossierEvent.Submitted event) {
        reach(OfficialStatus.REGISTERED);
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
                event.returnWish(),
                false,
                event.authority());
    }

    private void imported(DossierEvent.Imported event) {
        CaseFile file = event.file();
        reach(OfficialStatus.RECEIVED);
        lookup = event.lookup();
        brought = new Brought(event.source(), event.externalId(), event.contentHash(), file);
        reception = new Reception(file.code(), file.oneStop(), file.receivedAt());
        clock = new DossierClock(file.receivedAt(), file.channel(), null, file.dueAt(), null, List.of(), List.of());
    }

    private DossierState state() {
        return new DossierState(
                standing,
                filing,
                brought,
                lookup,
                reception,
                clock,
                fees,
                supplementRequests,
                answerOverdue,
                refusal,
                handedOver,
                ending,
                stop,
                resultAcceptedAt,
                delivered,
                returnedAt,
                anomalies,
                lastAt);
    }
}
