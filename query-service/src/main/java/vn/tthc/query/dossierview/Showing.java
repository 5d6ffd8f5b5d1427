package vn.tthc.query.dossierview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;
import vn.tthc.query.text.Bilingual;
import vn.tthc.query.text.Names;

/** Puts together what is shown from the three sub-folds. */
final class Showing {
    private Showing() {}

    static Shown of(DossierFold dossier, CaseFold work, SortedMap<String, ItemFold> items) {
        Filing filing = dossier.filing();
        DossierFold.Reception reception = dossier.reception();
        DossierFold.Ended ended = dossier.ended();
        Verdict verdict = ended == null ? dossier.stopVerdict() : ended.verdict();
        ClockFold clock = dossier.clockOrRunning();
        Whereabouts whereabouts = Whereabouts.of(dossier, work, items);
        return new Shown(
                status(dossier.status()),
                filing == null ? null : filing.source(),
                filing == null ? null : filing.externalId(),
                filing == null ? null : filing.lookup().number(),
                reception == null ? null : reception.code(),
                filing == null ? null : filing.portalCode(),
                filing == null ? null : filing.procedure(),
                filing == null ? null : Bilingual.of(filing.procedureName(), filing.procedureNameEn()),
                filing == null ? null : filing.channel(),
                filing == null ? null : Names.of(filing.channel()),
                filing == null ? null : places(filing),
                filing == null || filing.imported() ? null : filing.at(),
                reception == null ? null : reception.at(),
                reception == null || !clock.waits().isEmpty() ? null : reception.dueAt(),
                ended == null ? dossier.stoppedAt() : ended.at(),
                dossier.returnedAt(),
                verdict,
                verdict == null ? null : Names.of(verdict),
                ended == null ? null : ended.resultNumber(),
                filing == null ? null : filing.returnWay(),
                filing == null || filing.returnWay() == null ? null : Names.of(filing.returnWay()),
                dossier.refused() == null
                        ? null
                        : new Shown.Refusal(
                                dossier.refused().at(),
                                dossier.refused().reason(),
                                dossier.refused().ground()),
                step(work),
                whereabouts.holder(),
                whereabouts.inTransit(),
                Outlook.next(dossier, work, whereabouts),
                work.recordedSteps(),
                items(items),
                anomalies(dossier, work, items),
                clock.waits().stream().map(Showing::wait).toList(),
                clock.promisedAt(),
                dossier.supplements(),
                supplement(dossier.supplement()));
    }

    private static Shown.@Nullable Coded status(@Nullable OfficialStatus status) {
        return status == null ? null : new Shown.Coded(status.code(), status.vietnamese(), status.english());
    }

    private static Shown.Places places(Filing filing) {
        return new Shown.Places(
                filing.support() == null ? null : Shown.Place.of(filing.support()),
                Shown.Place.of(filing.receiving()),
                filing.competent() == null ? null : Shown.Place.of(filing.competent()));
    }

    private static Shown.@Nullable Named step(CaseFold work) {
        CaseFold.Custody custody = work.custody();
        if (custody == null || work.finishedAt() != null) {
            return null;
        }
        CaseFold.Step step = work.step(custody.step());
        return step == null ? null : Shown.Named.of(step.id(), step.name());
    }

    private static Shown.Wait wait(ClockFold.Wait wait) {
        Bilingual reason = Names.of(wait.reason());
        return new Shown.Wait(wait.reason(), reason.vi(), reason.en(), wait.since(), wait.ground());
    }

    private static Shown.@Nullable Supplement supplement(DossierFold.@Nullable Supplement asked) {
        return asked == null || !asked.open()
                ? null
                : new Shown.Supplement(
                        asked.at(),
                        asked.request().items(),
                        asked.request().reason(),
                        asked.request().guidance());
    }

    private static List<Shown.Item> items(SortedMap<String, ItemFold> items) {
        List<Shown.Item> shown = new ArrayList<>();
        items.forEach((id, item) -> shown.add(item(id, item)));
        return shown;
    }

    private static Shown.Item item(String id, ItemFold item) {
        PostalEvent.ScanKind state = item.state();
        ItemFold.Reading latest = item.latest();
        Bilingual name =
                state == null ? Bilingual.of("Chờ bưu điện nhận gửi", "Waiting for the post") : Names.of(state);
        PostalEvent.FailureReason reason =
                state == PostalEvent.ScanKind.ATTEMPT_FAILED && latest != null ? latest.reason() : null;
        return new Shown.Item(
                id,
                item.opened() == null ? null : item.opened().identifier(),
                item.opened() == null ? null : item.opened().purpose(),
                item.opened() == null ? null : Names.of(item.opened().purpose()),
                state,
                name.vi(),
                name.en(),
                item.since(),
                latest == null ? null : latest.point(),
                reason,
                reason == null ? null : Names.of(reason),
                item.failedAttempts());
    }

    private static List<Shown.Anomaly> anomalies(
            DossierFold dossier, CaseFold work, SortedMap<String, ItemFold> items) {
        List<Shown.Anomaly> shown = new ArrayList<>();
        dossier.anomalies().stream()
                .distinct()
                .sorted()
                .forEach(anomaly -> shown.add(anomaly(anomaly.name(), 1, Names.of(anomaly))));
        if (work.stepsAfterEnd() > 0) {
            shown.add(anomaly("STEP_AFTER_END", work.stepsAfterEnd(), Names.stepAfterEnd()));
        }
        Map<PostalEvent.Anomaly, Long> scans = new EnumMap<>(PostalEvent.Anomaly.class);
        items.values().forEach(item -> item.anomalies().forEach(anomaly -> scans.merge(anomaly, 1L, Long::sum)));
        scans.forEach((anomaly, count) -> shown.add(anomaly("SCAN_" + anomaly.name(), count, Names.of(anomaly))));
        return shown;
    }

    private static Shown.Anomaly anomaly(String kind, long count, Bilingual name) {
        return new Shown.Anomaly(kind, count, name.vi(), name.en());
    }
}
