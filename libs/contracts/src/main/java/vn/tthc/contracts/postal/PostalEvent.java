package vn.tthc.contracts.postal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.Party;

/** The paper on its way. Stream {@code item-<itemId>}, topic {@code tthc.postal}. */
public sealed interface PostalEvent extends TthcEvent {

    /** The dossier the paper belongs to. */
    String dossierId();

    /**
     * An item is to travel.
     *
     * @param office delivery office of the destination, when the post has one there
     * @param retentionDays calendar days that office keeps what could not be delivered, counted from the first invitation; null in
     *     events from before it was told
     */
    @EventType(value = "item.opened", audience = Audience.CITIZEN)
    record Opened(
            Instant occurredAt,
            String dossierId,
            Purpose purpose,
            int ordinal,
            int of,
            String identifier,
            String dossierCode,
            AgencyRef from,
            @Nullable String toUnit,
            @Nullable Sealed toAddress,
            @Nullable Party addressee,
            @Nullable String office,
            @Nullable Integer retentionDays)
            implements PostalEvent {}

    /**
     * It is to go somewhere else: a change of mind before dispatch, a redirection after it.
     *
     * @param underway whether the post had it already
     */
    @EventType(value = "item.address-changed", audience = Audience.CITIZEN)
    record AddressChanged(
            Instant occurredAt,
            String dossierId,
            @Nullable String toUnit,
            @Nullable Sealed toAddress,
            @Nullable String office,
            int retentionDays,
            boolean underway)
            implements PostalEvent {}

    /** It is not to travel after all; possible only before the post has it. The paper stays where it is. */
    @EventType(value = "item.cancelled", audience = Audience.CITIZEN)
    record Cancelled(Instant occurredAt, String dossierId, Purpose purpose, int ordinal, int of)
            implements PostalEvent {}

    /** What it was to carry travels in several items; told of the first, the others are opened by it. */
    @EventType("item.split")
    record Split(Instant occurredAt, String dossierId, int of) implements PostalEvent {}

    /** A scan as the carrier told it; its place in the item's history is {@code occurredAt}, sequence, id. */
    @EventType(value = "item.scanned", audience = Audience.CITIZEN)
    record Scanned(Instant occurredAt, String dossierId, Scan scan) implements PostalEvent {}

    /** Proof of delivery exists for the first time; told once. */
    @EventType(value = "item.delivered", audience = Audience.CITIZEN)
    record Delivered(Instant occurredAt, String dossierId, Purpose purpose, int ordinal, int of, Proof proof)
            implements PostalEvent {}

    /** Back with its sender without having been delivered; told once. */
    @EventType(value = "item.returned", audience = Audience.CITIZEN)
    record Returned(Instant occurredAt, String dossierId, Purpose purpose, int ordinal, int of)
            implements PostalEvent {}

    /** A scan that contradicts what is known; kept for a person to settle, never applied. */
    @EventType("item.anomaly-recorded")
    record AnomalyRecorded(Instant occurredAt, String dossierId, Scan scan, Anomaly anomaly) implements PostalEvent {}

    /**
     * A person looked into a scan that was set aside. It moves nothing: the scan stays aside, and what happened instead is
     * told by a scan of its own.
     *
     * @param scanId the scan that was set aside
     * @param ruling what it came to
     * @param correction scan that tells what happened instead, for {@link Ruling#CORRECTED_BY_SCAN}; null otherwise
     * @param ground why; nobody is named in it
     */
    @EventType("item.anomaly-settled")
    record AnomalySettled(
            Instant occurredAt,
            String dossierId,
            String scanId,
            Ruling ruling,
            @Nullable String correction,
            String ground)
            implements PostalEvent {}

    /**
     * Nothing was heard of it for longer than its leg may take; told once for what was heard last.
     *
     * @param leg what should have happened to it next
     * @param point postal point where it was heard of last, or that is to fetch it
     * @param heardAt when it was heard of last; from then its time ran, or from the end of the time it had to be kept
     */
    @EventType("item.silence-noticed")
    record SilenceNoticed(Instant occurredAt, String dossierId, Leg leg, String point, Instant heardAt)
            implements PostalEvent {}

    /**
     * A citizen gave a dossier to the post: its contents listed and signed by both, sealed before the citizen's eyes (Thông
     * tư 17/2017/TT-BTTTT, Điều 5). It is filed when the one-stop has it, not before.
     *
     * @param papers its contents, by original and copy
     * @param seal number of the seal
     * @param fee fees taken for the agency, null when there were none
     * @param citizen the citizen's signature
     */
    @EventType(value = "item.dossier-taken", audience = Audience.CITIZEN)
    record DossierTaken(
            Instant occurredAt,
            String dossierId,
            Filing filing,
            List<Paper> papers,
            String seal,
            @Nullable FeeReceipt fee,
            CoSignature citizen)
            implements PostalEvent {}

    /**
     * The one-stop opened it and compared it with its list; the delivery record, signed by its officer and the postal
     * worker. With it the agency has the dossier.
     *
     * @param filing the same as when it was taken, sealed for here
     * @param oneStop who opened it
     * @param sealIntact whether the seal was whole
     * @param papers what was found
     * @param differences what was found otherwise than listed
     * @param carrier the postal worker's signature
     */
    @EventType(value = "item.dossier-checked", audience = Audience.CITIZEN)
    record DossierChecked(
            Instant occurredAt,
            String dossierId,
            Filing filing,
            AgencyRef oneStop,
            boolean sealIntact,
            List<Paper> papers,
            List<PaperDifference> differences,
            CoSignature carrier)
            implements PostalEvent {}

    /**
     * The one-stop gave it to the post; the record of the hand-over, signed by its officer and the postal worker. That the
     * post has it is told by a scan.
     *
     * @param oneStop who gave it
     * @param carrier the postal worker's signature
     */
    @EventType(value = "item.handed-over", audience = Audience.CITIZEN)
    record HandedOver(Instant occurredAt, String dossierId, AgencyRef oneStop, CoSignature carrier)
            implements PostalEvent {}

    /**
     * The dossier it carried could not be filed; its papers go back to the citizen by an item of their own.
     *
     * @param code problem code of the rule
     * @param reason the rule in Vietnamese
     * @param reasonEn the same in English
     */
    @EventType("item.filing-refused")
    record FilingRefused(Instant occurredAt, String dossierId, String code, String reason, String reasonEn)
            implements PostalEvent {}

    /**
     * The post took from the citizen, with the result it brought, papers that have to be surrendered: listed and signed by
     * both, and sealed. They go to the one-stop the result came from.
     *
     * @param resultItem the item that brought the result
     * @param papers its contents, by original and copy
     * @param seal number of the seal
     * @param citizen the citizen's signature
     */
    @EventType(value = "item.papers-surrendered", audience = Audience.CITIZEN)
    record PapersSurrendered(
            Instant occurredAt,
            String dossierId,
            String resultItem,
            List<Paper> papers,
            String seal,
            CoSignature citizen)
            implements PostalEvent {}

    /** A part of an item's way, by what is to be done. */
    enum Leg {
        /** To be fetched from where it waits. */
        FETCH,
        /** To be carried towards its delivery office. */
        CARRY,
        /** To be delivered, tried again, or sent back after the time it is kept. */
        DELIVER,
        /** To be brought back. */
        BRING_BACK
    }

    /** What an item carries. */
    enum Purpose {
        /** From the citizen to the one-stop. */
        INBOUND_DOSSIER,
        /** The result to the citizen: closes the dossier when delivered. */
        RESULT,
        /** The receipt slip to the citizen. */
        RECEIPT_SLIP,
        /** Surrendered papers back to the agency. */
        SURRENDERED_PAPERS,
        /** The papers of a dossier that could not be filed, back to the citizen. */
        REFUSED_PAPERS
    }

    /** What happened to an item. */
    enum ScanKind {
        /** EMA: taken over by the post. */
        ACCEPTED,
        /** On its way between points. */
        IN_TRANSIT,
        /** EMG: at the delivery office. */
        AT_DELIVERY_OFFICE,
        /** EMH: not delivered, with its reason. */
        ATTEMPT_FAILED,
        /** The addressee was invited to fetch it (giấy mời). */
        INVITED,
        /** EMI: delivered, with its proof. */
        DELIVERED,
        /** On its way back to its sender: the agency, or the citizen who gave it. */
        RETURNING,
        /** Back with its sender. */
        RETURNED;

        /**
         * What an item is after this scan. Where it is on its way says nothing of the direction: once it goes back it does
         * so until it is there, or until somebody tries to deliver it after all. Taken over all scans that count, in their
         * own order, it is the item's state, here and wherever items are shown.
         *
         * @param before what it was after the scan before this one; null when this is the first
         */
        public ScanKind after(@Nullable ScanKind before) {
            return switch (this) {
                case ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE -> before == RETURNING ? RETURNING : this;
                case ATTEMPT_FAILED, INVITED, DELIVERED, RETURNING, RETURNED -> this;
            };
        }
    }

    /** Why an item could not be delivered (Luật Bưu chính 2010, Điều 17 khoản 1). */
    enum FailureReason {
        /** (a) no, incomplete or wrong address. */
        WRONG_ADDRESS,
        /** (b) moved without leaving a new address. */
        MOVED,
        /** (c) not found at the address. */
        NOT_FOUND,
        /** (d) invited twice, two working days apart, and did not come. */
        DID_NOT_COME,
        /** (đ) refused. */
        REFUSED
    }

    /** Why a scan is kept aside. */
    enum Anomaly {
        /** After delivery was proven. */
        AFTER_DELIVERY,
        /** More than five minutes in the future. */
        IN_THE_FUTURE,
        /** Cannot happen in the item's history. */
        IMPOSSIBLE,
        /** Of an item that was cancelled before the post had it. */
        AFTER_CANCELLATION
    }

    /** What a scan that was set aside came to. */
    enum Ruling {
        /** Looked into; nothing follows from it. */
        KEPT_AS_IS,
        /** It was wrong, and another scan tells what happened. */
        CORRECTED_BY_SCAN
    }

    /**
     * One reading of an item.
     *
     * @param scanId unique per reading, given by the device
     * @param kind what happened
     * @param occurredAt when, by the device
     * @param point postal point where
     * @param device who read it
     * @param sequence the device's own counter
     * @param reason why it failed, for {@link ScanKind#ATTEMPT_FAILED}
     * @param proof who took it, for {@link ScanKind#DELIVERED}
     * @param carrierCode the carrier's own code beneath, such as {@code EMSVN:6}
     */
    record Scan(
            String scanId,
            ScanKind kind,
            Instant occurredAt,
            String point,
            String device,
            long sequence,
            @Nullable FailureReason reason,
            @Nullable Proof proof,
            @Nullable String carrierCode) {}

    /**
     * Proof of delivery.
     *
     * @param recipient sealed name of who took it
     * @param relation to the owner: {@code OWNER}, {@code FAMILY}, {@code AUTHORISED}
     * @param paperShown kind of paper shown, such as {@code CCCD}
     * @param signatureHash SHA-256 of the signature image, in hex; the image itself is a blob
     * @param oneTimeCode sealed one-time code the recipient told instead of signing
     * @param photoHash SHA-256 of a photo taken at the hand-over, in hex
     * @param place sealed place of the hand-over, when it was not the postal point
     */
    record Proof(
            Sealed recipient,
            String relation,
            String paperShown,
            @Nullable String signatureHash,
            @Nullable Sealed oneTimeCode,
            @Nullable String photoHash,
            @Nullable Sealed place) {}
}
