package vn.tthc.contracts.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.Verdict;

/** The legal facts of a dossier. Stream {@code dossier-<dossierId>}, topic {@code tthc.dossier}. */
public sealed interface DossierEvent extends TthcEvent {

    /** Filed by a citizen (status 1). */
    @EventType(value = "dossier.submitted", audience = Audience.CITIZEN)
    record Submitted(
            Instant occurredAt,
            String procedure,
            String procedureName,
            String procedureNameEn,
            Channel channel,
            Places places,
            @Nullable String portalCode,
            Party applicant,
            @Nullable Party owner,
            ReturnWish returnWish,
            Lookup lookup)
            implements DossierEvent {}

    /** An old dossier brought in with its own dates; {@code file} goes on to processing. */
    @EventType(value = "dossier.imported", audience = Audience.CITIZEN)
    record Imported(
            Instant occurredAt, String source, String externalId, String contentHash, CaseFile file, Lookup lookup)
            implements DossierEvent {}

    /** Received by the one-stop (status 2): the clock starts. */
    @EventType(value = "dossier.received", audience = Audience.CITIZEN)
    record Received(
            Instant occurredAt,
            String code,
            AgencyRef receiving,
            @Nullable Term term,
            @Nullable Instant dueAt,
            String calendarVersion)
            implements DossierEvent {}

    /** Reception refused with a reason (status 3, Mẫu 03). */
    @EventType(value = "dossier.reception-refused", audience = Audience.CITIZEN)
    record ReceptionRefused(Instant occurredAt, String reason, String ground) implements DossierEvent {}

    /** Given (giao) to the agency of the first step, with all it needs. */
    @EventType(value = "dossier.handed-over", audience = Audience.CITIZEN)
    record HandedOver(Instant occurredAt, CaseFile file) implements DossierEvent {}

    /** The agency refused the hand-over by a rule; the dossier is with the one-stop again. */
    @EventType("dossier.hand-over-refused")
    record HandOverRefused(Instant occurredAt, AgencyRef agency, String code, String reason) implements DossierEvent {}

    /** First receipt (nhận) by a specialised agency (status 4). */
    @EventType(value = "dossier.processing-started", audience = Audience.CITIZEN)
    record ProcessingStarted(Instant occurredAt, AgencyRef agency) implements DossierEvent {}

    /** Processing ended (status 9); {@code occurredAt} is the case's finish and decides the verdict for good. */
    @EventType(value = "dossier.processing-ended", audience = Audience.CITIZEN)
    record ProcessingEnded(
            Instant occurredAt,
            @Nullable Verdict verdict,
            @Nullable String resultNumber) implements DossierEvent {}

    /** The one-stop has the result in its hands. */
    @EventType(value = "dossier.result-accepted", audience = Audience.CITIZEN)
    record ResultAccepted(
            Instant occurredAt,
            @Nullable String resultNumber,
            AgencyRef oneStop,
            ReturnWish returnWish,
            @Nullable Party addressee,
            String code)
            implements DossierEvent {}

    /** One of the outbound result items has been delivered with proof. */
    @EventType("dossier.result-item-delivered")
    record ResultItemDelivered(Instant occurredAt, String itemId, int ordinal, int of) implements DossierEvent {}

    /** The result is with the citizen (status 10). */
    @EventType(value = "dossier.returned", audience = Audience.CITIZEN)
    record Returned(
            Instant occurredAt, ReturnWay way, @Nullable Recipient recipient, List<String> itemIds)
            implements DossierEvent {
        public Returned {
            itemIds = List.copyOf(itemIds);
        }
    }

    /** Something that does not fit together in a fact we keep nevertheless. */
    @EventType("dossier.anomaly-recorded")
    record AnomalyRecorded(Instant occurredAt, Anomaly anomaly) implements DossierEvent {}

    /** What can be wrong with the dates of an imported dossier. */
    enum Anomaly {
        /** The end of processing lies before the reception. */
        ENDED_BEFORE_RECEPTION,
        /** The due date lies before the reception. */
        DEADLINE_BEFORE_RECEPTION
    }

    /**
     * Who took the result.
     *
     * @param name sealed name
     * @param relation to the owner: {@code OWNER}, {@code FAMILY}, {@code AUTHORISED}
     * @param paperShown kind of paper shown, such as {@code CCCD}, {@code RECEIPT_SLIP}, {@code AUTHORISATION}
     */
    record Recipient(Sealed name, String relation, String paperShown) {}
}
