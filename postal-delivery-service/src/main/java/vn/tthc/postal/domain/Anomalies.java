package vn.tthc.postal.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Ruling;

/** What a person says of scans that were set aside. Nothing of it moves the item: its way follows from its scans alone. */
final class Anomalies {
    private Anomalies() {}

    /** Once for each scan that was set aside. */
    static Decision<PostalEvent> settle(ItemState.Open item, ItemCommand.SettleAnomaly command) {
        String scanId = command.scanId();
        if (!item.unbelieved().containsKey(scanId) && !item.told().anomalies().contains(scanId)) {
            return Decision.refuse(ItemProblem.ANOMALY_UNKNOWN, "scanId", Map.of("scanId", scanId));
        }
        if (item.told().settled().containsKey(scanId)) {
            return Decision.refuse(ItemProblem.ANOMALY_SETTLED, "scanId", Map.of("scanId", scanId));
        }
        ItemProblem wrong = wrong(item, command.ruling(), command.correction());
        return wrong == null
                ? Decision.accept(new PostalEvent.AnomalySettled(
                        command.at(),
                        item.item().dossierId(),
                        scanId,
                        command.ruling(),
                        command.correction(),
                        command.ground()))
                : Decision.refuse(wrong, wrong.field(), Map.of());
    }

    /** The scan that tells what happened instead counts, or it tells nothing. */
    private static @Nullable ItemProblem wrong(ItemState.Open item, Ruling ruling, @Nullable String correction) {
        return switch (ruling) {
            case KEPT_AS_IS -> correction == null ? null : ItemProblem.CORRECTION_NOT_NEEDED;
            case CORRECTED_BY_SCAN ->
                item.timeline().applied().stream()
                                .anyMatch(scan -> scan.scanId().equals(correction))
                        ? null
                        : ItemProblem.CORRECTION_NOT_APPLIED;
        };
    }
}
