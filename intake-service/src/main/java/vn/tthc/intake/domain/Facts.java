package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.DossierCommand.RecordHandOverRefused;
import vn.tthc.intake.domain.DossierCommand.RecordItemDelivered;
import vn.tthc.intake.domain.DossierCommand.RecordOffThePost;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingEnded;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingStarted;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;

/**
 * What other services have settled. Nothing here refuses, save that there is no such dossier: a fact that is known, or
 * that would take the dossier back, is accepted and changes nothing.
 */
final class Facts {
    private static final Decision<DossierEvent> NOTHING_NEW = Decision.accept(List.of());

    private Facts() {}

    static Decision<DossierEvent> handOverRefused(DossierState state, RecordHandOverRefused fact) {
        if (!state.exists()) {
            return unknown();
        }
        boolean pending = state.handedOver() && state.stage() == OfficialStatus.RECEIVED;
        return pending
                ? Decision.accept(
                        new DossierEvent.HandOverRefused(fact.at(), fact.agency(), fact.code(), fact.reason()))
                : NOTHING_NEW;
    }

    /** Status 4 at the first receipt by a specialised agency; an imported dossier stays at 2 until its finish. */
    static Decision<DossierEvent> processingStarted(DossierState state, RecordProcessingStarted fact) {
        if (!state.exists()) {
            return unknown();
        }
        return state.stage() == OfficialStatus.RECEIVED && state.brought() == null
                ? Decision.accept(new DossierEvent.ProcessingStarted(fact.at(), fact.agency()))
                : NOTHING_NEW;
    }

    /**
     * Status 9. The end is the case's finish and the verdict is given once, by instant (Quyết định 766/QĐ-TTg, indicator
     * 2.1); a second finish changes neither. What was still waited for is not waited for any longer, and a decision there
     * is cannot be withdrawn.
     */
    static Decision<DossierEvent> processingEnded(DossierState state, RecordProcessingEnded fact) {
        if (!state.exists()) {
            return unknown();
        }
        DossierState.Reception reception = state.reception();
        DossierClock clock = state.clock();
        boolean open = state.stage() == OfficialStatus.RECEIVED || state.stage() == OfficialStatus.IN_PROCESS;
        if (reception == null || clock == null || !open) {
            return NOTHING_NEW;
        }
        List<DossierEvent> events = new ArrayList<>();
        if (Withdrawals.pending(state)) {
            events.add(new DossierEvent.WithdrawalRefused(fact.at(), "CASE_FINISHED", "Hồ sơ đã xử lý xong"));
        }
        events.addAll(ClockDecisions.endOfPauses(
                clock, fact.at(), reception.receiving(), "Hồ sơ đã xử lý xong", fact.rules()));
        Instant due = clock.dueAt();
        for (DossierEvent event : events) {
            due = event instanceof DossierEvent.Resumed resumed && resumed.due().newDueAt() != null
                    ? resumed.due().newDueAt()
                    : due;
        }
        events.add(new DossierEvent.ProcessingEnded(
                fact.at(), due == null ? null : Verdict.of(fact.at(), due), fact.resultNumber()));
        if (state.brought() != null && fact.at().isBefore(reception.at())) {
            events.add(new DossierEvent.AnomalyRecorded(fact.at(), Anomaly.ENDED_BEFORE_RECEPTION));
        }
        return Decision.accept(events);
    }

    /** Status 10 when every item of the result is delivered with proof (Luật Bưu chính 2010), not before. */
    static Decision<DossierEvent> itemDelivered(DossierState state, RecordItemDelivered fact) {
        if (!state.exists()) {
            return unknown();
        }
        boolean awaited = state.status() == OfficialStatus.PROCESSED
                && state.resultAcceptedAt() != null
                && state.filing() != null
                && state.filing().returnWish().way() == ReturnWay.POST
                && !state.delivered().containsKey(fact.ordinal());
        if (!awaited) {
            return NOTHING_NEW;
        }
        TreeMap<Integer, String> delivered = new TreeMap<>(state.delivered());
        delivered.put(fact.ordinal(), fact.itemId());
        List<DossierEvent> events = new ArrayList<>();
        events.add(new DossierEvent.ResultItemDelivered(fact.at(), fact.itemId(), fact.ordinal(), fact.of()));
        if (delivered.size() >= fact.of()) {
            events.add(new DossierEvent.Returned(fact.at(), ReturnWay.POST, null, List.copyOf(delivered.values())));
        }
        return Decision.accept(events);
    }

    /** The result stays processed (9) and waits at the counter; a proof of delivery that turns up still returns it. */
    static Decision<DossierEvent> offThePost(DossierState state, RecordOffThePost fact) {
        if (!state.exists()) {
            return unknown();
        }
        boolean waited = state.status() == OfficialStatus.PROCESSED && state.returnWay() == ReturnWay.POST;
        return waited
                ? Decision.accept(new DossierEvent.ReturnWayChanged(fact.at(), ReturnWay.COUNTER, fact.itemId()))
                : NOTHING_NEW;
    }

    private static Decision<DossierEvent> unknown() {
        return Decision.refuse(DossierProblem.NO_SUCH_DOSSIER);
    }
}
