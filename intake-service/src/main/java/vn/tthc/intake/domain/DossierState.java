package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.Places;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;

/**
 * What is so of a dossier.
 *
 * @param status official status, null while there is no dossier
 * @param filing what was filed; null for an imported dossier
 * @param brought where it was imported from; null for a live one
 * @param lookup what the public finds it by
 * @param reception code and clock, from reception on
 * @param refusal why reception was refused
 * @param handedOver whether it was given to processing and not refused there
 * @param ending the end of processing
 * @param resultAcceptedAt when the one-stop took the result over
 * @param delivered delivered result items by their ordinal
 * @param returnedAt when the result was with the citizen
 * @param anomalies what does not fit together in it
 * @param lastAt the latest business time recorded; {@link Instant#MIN} while there is no dossier
 */
public record DossierState(
        @Nullable OfficialStatus status,
        @Nullable Filing filing,
        @Nullable Brought brought,
        @Nullable Lookup lookup,
        @Nullable Reception reception,
        @Nullable Refused refusal,
        boolean handedOver,
        @Nullable Ending ending,
        @Nullable Instant resultAcceptedAt,
        Map<Integer, String> delivered,
        @Nullable Instant returnedAt,
        Set<Anomaly> anomalies,
        Instant lastAt) {

    /** No dossier yet. */
    public static final DossierState NONE = new DossierState(
            null, null, null, null, null, null, false, null, null, Map.of(), null, Set.of(), Instant.MIN);

    public DossierState {
        delivered = Map.copyOf(delivered);
        anomalies = Set.copyOf(anomalies);
    }

    /** What a citizen filed; {@code procedure} is the pinned version, parties and wish are sealed. */
    public record Filing(
            Instant at,
            String procedure,
            String procedureName,
            String procedureNameEn,
            Channel channel,
            Places places,
            @Nullable String portalCode,
            Party applicant,
            @Nullable Party owner,
            ReturnWish returnWish) {}

    /** Where an old dossier comes from, and what was told of it. */
    public record Brought(String source, String externalId, String contentHash, CaseFile file) {}

    /** Code and clock; an import has no calendar of ours. */
    public record Reception(
            String code,
            AgencyRef receiving,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable String calendarVersion) {}

    /** Why reception was refused. */
    public record Refused(Instant at, String reason, String ground) {}

    /** The end of processing, decided once. */
    public record Ending(
            Instant at, @Nullable Verdict verdict, @Nullable String resultNumber) {}

    /** Whether there is a dossier at all. */
    public boolean exists() {
        return status != null;
    }

    /** How the result is to reach the citizen; an imported dossier has only the counter. */
    public ReturnWay returnWay() {
        return filing == null ? ReturnWay.COUNTER : filing.returnWish().way();
    }
}
