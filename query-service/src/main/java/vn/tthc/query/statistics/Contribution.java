package vn.tthc.query.statistics;

import java.util.HashMap;
import java.util.Map;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;
import vn.tthc.query.dossierview.DossierFold;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Filing;

/**
 * What one dossier adds to the figures: a pure function of its view. A counter is the sum over all dossiers, so it moves
 * by the difference between before and after.
 *
 * <p>A dossier counts as received once it has a reception (Quyết định 766/QĐ-TTg counts neither status 1 nor 3), as
 * finished once its processing has ended, as stopped once it was withdrawn, and as open in between.
 */
public final class Contribution {
    public static final String DOSSIERS = "dossiers";
    public static final String RECEIVED = "received";
    public static final String RECORDED_STEPS = "recordedSteps";
    public static final String FINISHED = "finished";
    public static final String ON_TIME = "onTime";
    public static final String LATE = "late";
    public static final String OPEN = "open";
    public static final String RETURNED = "returned";
    public static final String STOPPED = "stopped";
    public static final String SUPPLEMENTED_AGAIN = "supplementedAgain";
    public static final String CHANNEL = "channel/";
    public static final String STATUS = "status/";
    public static final String AGENCY = "agency/";
    public static final String LEVEL = "level/";
    public static final String ENDED_BEFORE_RECEPTION = "anomaly/endedBeforeReception";
    public static final String DEADLINE_BEFORE_RECEPTION = "anomaly/deadlineBeforeReception";
    public static final String STEPS_AFTER_END = "anomaly/stepsAfterEnd";
    public static final String DOSSIERS_WITH_STEPS_AFTER_END = "anomaly/dossiersWithStepsAfterEnd";

    private Contribution() {}

    /** What the dossier adds, under each counter; nothing before its own stream has said what it is. */
    public static Map<CounterKey, Long> of(DossierView view) {
        Filing filing = view.dossier().filing();
        if (filing == null) {
            return Map.of();
        }
        String agency = filing.responsible().id();
        Map<CounterKey, Long> contribution = new HashMap<>();
        counters(view, filing).forEach((counter, count) -> {
            if (count != 0) {
                contribution.put(new CounterKey(filing.source(), CounterKey.ALL, counter), count);
                contribution.put(new CounterKey(filing.source(), agency, counter), count);
            }
        });
        contribution.put(new CounterKey(filing.source(), CounterKey.ALL, AGENCY + agency), 1L);
        return contribution;
    }

    /** By how much each counter moves when a dossier changes; zeros are left out. */
    public static Map<CounterKey, Long> difference(DossierView before, DossierView after) {
        Map<CounterKey, Long> difference = new HashMap<>(of(after));
        of(before).forEach((key, count) -> difference.merge(key, -count, Long::sum));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }

    private static Map<String, Long> counters(DossierView view, Filing filing) {
        DossierFold dossier = view.dossier();
        boolean received = dossier.reception() != null;
        DossierFold.Ended ended = dossier.ended();
        Map<String, Long> counters = new HashMap<>();
        counters.put(DOSSIERS, 1L);
        counters.put(RECEIVED, one(received));
        counters.put(FINISHED, one(ended != null));
        counters.put(OPEN, one(received && ended == null && dossier.stoppedAt() == null));
        counters.put(STOPPED, one(dossier.stoppedAt() != null));
        counters.put(SUPPLEMENTED_AGAIN, one(dossier.supplements() > 1));
        counters.put(ON_TIME, one(ended != null && ended.verdict() == Verdict.ON_TIME));
        counters.put(LATE, one(ended != null && ended.verdict() == Verdict.LATE));
        counters.put(RETURNED, one(dossier.status() == OfficialStatus.RETURNED));
        counters.put(RECORDED_STEPS, view.work().recordedSteps());
        counters.put(CHANNEL + filing.channel().name(), 1L);
        counters.put(LEVEL + filing.responsible().level().name(), 1L);
        if (dossier.status() != null) {
            counters.put(STATUS + dossier.status().code(), 1L);
        }
        counters.put(
                ENDED_BEFORE_RECEPTION, one(dossier.anomalies().contains(DossierEvent.Anomaly.ENDED_BEFORE_RECEPTION)));
        counters.put(
                DEADLINE_BEFORE_RECEPTION,
                one(dossier.anomalies().contains(DossierEvent.Anomaly.DEADLINE_BEFORE_RECEPTION)));
        counters.put(STEPS_AFTER_END, view.work().stepsAfterEnd());
        counters.put(DOSSIERS_WITH_STEPS_AFTER_END, one(view.work().stepsAfterEnd() > 0));
        return counters;
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
