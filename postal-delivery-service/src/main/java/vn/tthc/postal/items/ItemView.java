package vn.tthc.postal.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.FeeReceipt;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.PaperDifference;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Ruling;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.Calendars;
import vn.tthc.platform.web.Messages;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.domain.Retention;
import vn.tthc.postal.domain.Timeline;

/**
 * An item. Names and addresses stay sealed.
 *
 * @param status {@code OPENED}, {@code CANCELLED}, or what the scans that count come to
 * @param toUnit unit of the destination
 * @param office delivery office of the destination
 * @param retention how long it is kept, and from when it goes back
 * @param failedAttempts how often delivery was tried in vain
 * @param deliveredAt when it was delivered
 * @param proof what the delivery rests on
 * @param handedOverAt when the one-stop gave it to the post by a signed record; null while it did not
 * @param inbound what is in it, when it carries a dossier from a citizen
 * @param surrendered what is in it, when it carries papers a citizen surrendered
 * @param scans the item's way, in the order in which it happened
 * @param setAside scans that contradict what is known
 */
record ItemView(
        String itemId,
        String dossierId,
        String dossierCode,
        Purpose purpose,
        int ordinal,
        int of,
        String identifier,
        String status,
        Instant openedAt,
        String fromAgency,
        Messages fromName,
        @Nullable String toUnit,
        @Nullable String office,
        long failedAttempts,
        RetentionView retention,
        @Nullable Instant deliveredAt,
        @Nullable ProofView proof,
        @Nullable Instant handedOverAt,
        @Nullable InboundView inbound,
        @Nullable SurrenderView surrendered,
        List<ScanView> scans,
        List<ScanView> setAside) {

    /**
     * A dossier from a citizen.
     *
     * @param papers its contents as they were listed
     * @param seal number of the seal
     * @param fee fees taken for the agency
     * @param checkedAt when the one-stop compared it; null while it has not
     * @param sealIntact whether the seal was whole then
     * @param differences what was found otherwise than listed
     * @param refusal why it could not be filed; its papers go back
     */
    record InboundView(
            List<Paper> papers,
            String seal,
            @Nullable FeeReceipt fee,
            @Nullable Instant checkedAt,
            @Nullable Boolean sealIntact,
            List<PaperDifference> differences,
            @Nullable RefusalView refusal) {
        static @Nullable InboundView of(ItemState.Told told) {
            PostalEvent.DossierTaken taken = told.taken();
            PostalEvent.DossierChecked checked = told.checked();
            return taken == null
                    ? null
                    : new InboundView(
                            taken.papers(),
                            taken.seal(),
                            taken.fee(),
                            checked == null ? null : checked.occurredAt(),
                            checked == null ? null : checked.sealIntact(),
                            checked == null ? List.of() : checked.differences(),
                            RefusalView.of(told.refused()));
        }
    }

    /**
     * Papers a citizen surrendered.
     *
     * @param resultItem the item that brought the result
     * @param papers its contents as they were listed
     * @param seal number of the seal
     */
    record SurrenderView(Instant at, String resultItem, List<Paper> papers, String seal) {
        static @Nullable SurrenderView of(PostalEvent.@Nullable PapersSurrendered taken) {
            return taken == null
                    ? null
                    : new SurrenderView(taken.occurredAt(), taken.resultItem(), taken.papers(), taken.seal());
        }
    }

    /** Why a dossier could not be filed: the rule's code, and what it says. */
    record RefusalView(Instant at, String code, Messages messages) {
        static @Nullable RefusalView of(PostalEvent.@Nullable FilingRefused refused) {
            return refused == null
                    ? null
                    : new RefusalView(
                            refused.occurredAt(), refused.code(), new Messages(refused.reason(), refused.reasonEn()));
        }
    }

    /**
     * A scan.
     *
     * @param anomaly why it is set aside; null when it counts
     * @param settled what a person said of it; null while nobody has
     */
    record ScanView(
            String scanId,
            ScanKind kind,
            Instant occurredAt,
            String point,
            String device,
            long sequence,
            @Nullable FailureReason reason,
            @Nullable String carrierCode,
            @Nullable Anomaly anomaly,
            @Nullable SettlementView settled) {
        static ScanView of(Scan scan, @Nullable Anomaly anomaly, PostalEvent.@Nullable AnomalySettled settled) {
            return new ScanView(
                    scan.scanId(),
                    scan.kind(),
                    scan.occurredAt(),
                    scan.point(),
                    scan.device(),
                    scan.sequence(),
                    scan.reason(),
                    scan.carrierCode(),
                    anomaly,
                    SettlementView.of(settled));
        }
    }

    /**
     * What a person said of a scan that was set aside; the item is as it was.
     *
     * @param correction scan that tells what happened instead
     */
    record SettlementView(
            Instant at, Ruling ruling, @Nullable String correction, String ground) {
        static @Nullable SettlementView of(PostalEvent.@Nullable AnomalySettled settled) {
            return settled == null
                    ? null
                    : new SettlementView(
                            settled.occurredAt(), settled.ruling(), settled.correction(), settled.ground());
        }
    }

    /** How long it is kept (15 or 30 days by area), and what was not done as the rules say. */
    record RetentionView(
            int days,
            int invitations,
            @Nullable LocalDate secondInvitationFrom,
            @Nullable Instant returnFrom,
            List<Retention.Finding> findings) {
        static RetentionView of(ItemState.Open item) {
            Retention retention = Retention.of(item, Calendars.byDefault());
            return new RetentionView(
                    item.retentionDays(),
                    retention.invitations(),
                    retention.secondInvitationFrom(),
                    retention.returnFrom(),
                    retention.findings().stream().sorted().toList());
        }
    }

    /** A proof without the name. */
    record ProofView(
            String relation,
            String paperShown,
            @Nullable String signatureHash,
            boolean oneTimeCode,
            @Nullable String photoHash) {
        static @Nullable ProofView of(@Nullable Proof proof) {
            return proof == null
                    ? null
                    : new ProofView(
                            proof.relation(),
                            proof.paperShown(),
                            proof.signatureHash(),
                            proof.oneTimeCode() != null,
                            proof.photoHash());
        }
    }

    static ItemView of(String itemId, ItemState.Open state) {
        PostalEvent.Opened item = state.item();
        Timeline timeline = state.timeline();
        Scan delivered = timeline.delivered();
        return new ItemView(
                itemId,
                item.dossierId(),
                item.dossierCode(),
                item.purpose(),
                item.ordinal(),
                item.of(),
                item.identifier(),
                status(state, timeline),
                item.occurredAt(),
                item.from().id(),
                new Messages(item.from().name(), item.from().nameEn()),
                item.toUnit(),
                item.office(),
                timeline.failedAttempts(),
                RetentionView.of(state),
                delivered == null ? null : delivered.occurredAt(),
                delivered == null ? null : ProofView.of(delivered.proof()),
                state.told().handedOver() == null
                        ? null
                        : state.told().handedOver().occurredAt(),
                InboundView.of(state.told()),
                SurrenderView.of(state.told().surrendered()),
                timeline.applied().stream()
                        .map(scan -> ScanView.of(scan, null, null))
                        .toList(),
                setAside(state, timeline));
    }

    private static String status(ItemState.Open item, Timeline timeline) {
        ScanKind state = timeline.state();
        return state != null ? state.name() : item.cancelled() ? "CANCELLED" : "OPENED";
    }

    private static List<ScanView> setAside(ItemState.Open state, Timeline timeline) {
        Map<String, Anomaly> anomalies = timeline.anomalies();
        return Stream.concat(state.scans().values().stream(), state.unbelieved().values().stream())
                .filter(scan -> anomaly(state, anomalies, scan).isPresent())
                .sorted(Timeline.ORDER)
                .map(scan -> ScanView.of(
                        scan,
                        anomaly(state, anomalies, scan).orElse(null),
                        state.told().settled().get(scan.scanId())))
                .toList();
    }

    private static Optional<Anomaly> anomaly(ItemState.Open state, Map<String, Anomaly> anomalies, Scan scan) {
        return state.unbelieved().containsKey(scan.scanId())
                ? Optional.of(Anomaly.IN_THE_FUTURE)
                : Optional.ofNullable(anomalies.get(scan.scanId()));
    }
}
