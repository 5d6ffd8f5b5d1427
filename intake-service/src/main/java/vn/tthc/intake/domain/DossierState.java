package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.DossierEvent.FeeDue;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.Places;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Standing;
import vn.tthc.law.Verdict;

/**
 * What is so of a dossier.
 *
 * @param standing where it stands, null while there is no dossier
 * @param filing what was filed; null for an imported dossier
 * @param brought where it was imported from; null for a live one
 * @param lookup what the public finds it by
 * @param reception its code and who gave it, from reception on
 * @param clock its clock, from reception on
 * @param fees the fees that are due, by code
 * @param supplementRequests how often supplements have been asked for
 * @param answerOverdue whether the alarm about the first answer was raised
 * @param refusal why reception was refused
 * @param handedOver whether it was given to processing and not refused there
 * @param ending the end of processing
 * @param stop that processing was stopped
 * @param resultAcceptedAt when the one-stop took the result over
 * @param delivered delivered result items by their ordinal
 * @param returnedAt when the result was with the citizen
 * @param anomalies what does not fit together in it
 * @param lastAt the latest business time recorded; {@link Instant#MIN} while there is no dossier
 */
public record DossierState(
        @Nullable Standing standing,
        @Nullable Filing filing,
        @Nullable Brought brought,
        @Nullable Lookup lookup,
        @Nullable Reception reception,
        @Nullable DossierClock clock,
        Map<String, Fee> fees,
        int supplementRequests,
        boolean answerOverdue,
        @Nullable Refused refusal,
        boolean handedOver,
        @Nullable Ending ending,
        @Nullable Stop stop,
        @Nullable Instant resultAcceptedAt,
        Map<Integer, String> delivered,
        @Nullable Instant returnedAt,
        Set<Anomaly> anomalies,
        Instant lastAt) {

    /** No dossier yet. */
    public static final DossierState NONE = new DossierState(
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            0,
            false,
            null,
            false,
            null,
            null,
            null,
            Map.of(),
            null,
            Set.of(),
            Instant.MIN);

    public DossierState {
        delivered = Map.copyOf(delivered);
        fees = Collections.unmodifiableMap(new TreeMap<>(fees));
        anomalies = Set.copyOf(anomalies);
    }

    /**
     * What a citizen filed; {@code procedure} is the pinned version, parties and wish are sealed. {@code offThePost}:
     * wished by post, and called back or come back since.
     */
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
            ReturnWish returnWish,
            boolean offThePost,
            @Nullable Authority authority) {

        Filing takenOffThePost() {
            return new Filing(
                    at,
                    procedure,
                    procedureName,
                    procedureNameEn,
                    channel,
                    places,
                    portalCode,
                    applicant,
                    owner,
                    returnWish,
                    true,
                    authority);
        }

        /** Whose matter it is. */
        public Party subject() {
            return owner == null ? applicant : owner;
        }
    }

    /** Where an old dossier comes from, and what was told of it. */
    public record Brought(String source, String externalId, String contentHash, CaseFile file) {}

    /** Code, and the one-stop that gave it. */
    public record Reception(String code, AgencyRef receiving, Instant at) {}

    /** A fee; {@code settlement} is its receipt or the ground of its waiver, null while it is open. */
    public record Fee(FeeDue due, boolean waived, @Nullable String settlement) {}

    /** Processing stopped on the applicant's request. */
    public record Stop(Instant at, @Nullable Verdict verdict) {}

    /** Why reception was refused. */
    public record Refused(Instant at, String reason, String ground) {}

    /** The end of processing, decided once. */
    public record Ending(
            Instant at, @Nullable Verdict verdict, @Nullable String resultNumber) {}

    /** Whether there is a dossier at all. */
    public boolean exists() {
        return standing != null;
    }

    /** Official status, null while there is no dossier. */
    public @Nullable OfficialStatus status() {
        return standing == null ? null : standing.status();
    }

    /** How far it has come, whatever is being waited for; null while there is no dossier. */
    public @Nullable OfficialStatus stage() {
        return standing == null ? null : standing.stage();
    }

    /** How the result is to reach the citizen; an imported dossier has only the counter. */
    public ReturnWay returnWay() {
        return filing == null || filing.offThePost()
                ? ReturnWay.COUNTER
                : filing.returnWish().way();
    }
}
