package vn.tthc.query.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.query.dossierview.DossierFold;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Shown;
import vn.tthc.query.text.Bilingual;

/**
 * A dossier in its queue.
 *
 * @param status official status
 * @param procedureName what was asked for
 * @param step the step of the flow
 * @param since since when it waits there
 * @param dueAt the legal due date, absent while the clock stands still and where there is none
 * @param promisedAt the date promised with an apology
 * @param late what was raised and still holds
 */
record WorkItem(
        String dossierId,
        @Nullable String code,
        Shown.@Nullable Coded status,
        @Nullable Bilingual procedureName,
        Queue queue,
        Shown.@Nullable Named step,
        @Nullable Instant since,
        @Nullable Instant dueAt,
        @Nullable Instant promisedAt,
        List<Alarm> late) {

    static Optional<WorkItem> of(DossierView view) {
        return Queue.of(view).map(queue -> of(view, queue));
    }

    private static WorkItem of(DossierView view, Queue queue) {
        Shown shown = view.shown();
        boolean opened = view.work().custody() != null;
        DossierFold.Reception reception = view.dossier().reception();
        Instant received = reception == null ? null : reception.dueAt();
        return new WorkItem(
                view.id(),
                shown.code(),
                shown.status(),
                shown.procedureName(),
                queue,
                shown.step(),
                shown.inTransit() != null
                        ? shown.inTransit().since()
                        : shown.holder() == null ? null : shown.holder().since(),
                opened ? view.work().desk().dueAt() : received,
                view.work().desk().promisedAt(),
                List.copyOf(view.work().desk().late()));
    }

    boolean is(Alarm alarm) {
        return late.contains(alarm);
    }
}
