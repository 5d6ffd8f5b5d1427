package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.query.text.Bilingual;

/**
 * A dossier as it is shown; holds no personal data. What has not been heard yet is null.
 *
 * @param status official status
 * @param source {@code live}, or the name of the import
 * @param externalId how that source calls it
 * @param number look-up number, given at submission
 * @param code dossier code (mã hồ sơ), given at reception
 * @param portalCode the national portal's code
 * @param procedure code of the procedure, without its version
 * @param procedureName its names
 * @param channel how it was filed
 * @param channelName the same for people
 * @param places the places that are kept apart
 * @param filedAt when it was filed; null for an import
 * @param receivedAt when the one-stop received it
 * @param dueAt legal due date, the measured one; null while the clock stands still
 * @param endedAt end of processing, or when it was stopped
 * @param returnedAt when the result was with the citizen
 * @param verdict whether processing ended in time
 * @param verdictName the same for people
 * @param resultNumber number of the result
 * @param returnWay how the result is wanted
 * @param returnWayName the same for people
 * @param refusal why it was not received
 * @param step the step of the flow it is in
 * @param holder who has it now
 * @param inTransit to whom it has been given without having been taken yet
 * @param next what comes next, and by when
 * @param recordedSteps steps recorded outside the flow
 * @param items its postal items
 * @param anomalies what does not fit together
 * @param waits what the clock stands still for
 * @param promisedAt the date promised anew with an apology
 * @param supplementRequests how often supplements were asked for; more than once counts as overdue in the 766 index
 * @param supplement what is to be supplemented, while that is waited for
 */
public record Shown(
        @Nullable Coded status,
        @Nullable String source,
        @Nullable String externalId,
        @Nullable String number,
        @Nullable String code,
        @Nullable String portalCode,
        @Nullable String procedure,
        @Nullable Bilingual procedureName,
        @Nullable Channel channel,
        @Nullable Bilingual channelName,
        @Nullable Places places,
        @Nullable Instant filedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Instant returnedAt,
        @Nullable Verdict verdict,
        @Nullable Bilingual verdictName,
        @Nullable String resultNumber,
        @Nullable ReturnWay returnWay,
        @Nullable Bilingual returnWayName,
        @Nullable Refusal refusal,
        @Nullable Named step,
        @Nullable Holder holder,
        @Nullable Transit inTransit,
        @Nullable Next next,
        long recordedSteps,
        List<Item> items,
        List<Anomaly> anomalies,
        List<Wait> waits,
        @Nullable Instant promisedAt,
        long supplementRequests,
        @Nullable Supplement supplement) {

    public Shown {
        items = List.copyOf(items);
        anomalies = List.copyOf(anomalies);
        waits = List.copyOf(waits);
    }

    /** A reason the clock stands still for, with its legal ground. */
    public record Wait(PauseReason reason, String vi, String en, Instant since, Bilingual ground) {}

    /** What is to be supplemented (Mẫu 02). */
    public record Supplement(
            Instant askedAt,
            List<SupplementRequest.Item> items,
            String reason,
            @Nullable String guidance) {
        public Supplement {
            items = List.copyOf(items);
        }
    }

    /** The national code of an official status and its names. */
    public record Coded(int code, String vi, String en) {}

    /** Something with a code of its own and its names. */
    public record Named(String code, String vi, String en) {
        static Named of(String code, Bilingual name) {
            return new Named(code, name.vi(), name.en());
        }
    }

    /** An agency with its names. */
    public record Place(String id, String vi, String en, Level level) {
        static Place of(AgencyRef agency) {
            return new Place(agency.id(), agency.name(), agency.nameEn(), agency.level());
        }
    }

    /** Where the citizen was helped, where it is received, who decides. */
    public record Places(
            @Nullable Place support,
            Place receiving,
            @Nullable Place competent) {}

    /** Why it was not received (Mẫu 03); of what came by post and was never filed, the rule with its code as ground. */
    public record Refusal(Instant at, String reason, String ground) {}

    /**
     * Who has it now.
     *
     * @param kind what sort of holder
     * @param agency id of the agency, when it is one of ours
     * @param level level of that agency
     */
    public record Holder(
            Kind kind,
            @Nullable String agency,
            @Nullable Level level,
            String vi,
            String en,
            @Nullable Instant since) {
        /** Sorts of holders. */
        public enum Kind {
            /** An agency or its one-stop. */
            AGENCY,
            /** The public post. */
            POST,
            /** The applicant. */
            APPLICANT
        }
    }

    /** Given (giao) by one side and not yet taken (nhận) by the other, null when that is not one of our agencies. */
    public record Transit(@Nullable String to, String vi, String en, Instant since) {}

    /** What comes next; {@code by} is the promise that holds meanwhile, null when there is none. */
    public record Next(String vi, String en, @Nullable Instant by) {}

    /**
     * A postal item.
     *
     * @param state where it is; null while it waits for the post
     * @param since since when
     * @param point the postal point of the last reading
     * @param reason why the last attempt failed
     */
    public record Item(
            String id,
            @Nullable String identifier,
            PostalEvent.@Nullable Purpose purpose,
            @Nullable Bilingual purposeName,
            PostalEvent.@Nullable ScanKind state,
            String vi,
            String en,
            @Nullable Instant since,
            @Nullable String point,
            PostalEvent.@Nullable FailureReason reason,
            @Nullable Bilingual reasonName,
            int failedAttempts) {}

    /** Something that does not fit together, and how often. */
    public record Anomaly(String kind, long count, String vi, String en) {}
}
