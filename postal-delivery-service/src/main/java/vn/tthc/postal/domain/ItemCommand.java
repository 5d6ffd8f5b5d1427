package vn.tthc.postal.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.FeeReceipt;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Ruling;
import vn.tthc.contracts.postal.PostalEvent.Scan;

/** All that can be asked of a postal item (bưu gửi). */
public sealed interface ItemCommand {

    /** When it is asked. */
    Instant at();

    /**
     * An item is to travel.
     *
     * @param at since when there is something to carry
     * @param dossierId the dossier it belongs to
     * @param purpose what it carries
     * @param ordinal which of {@code of} items, from 1
     * @param of how many items carry it together
     * @param identifier S10 identifier
     * @param dossierCode code of the dossier
     * @param from the one-stop it leaves from
     * @param to where it goes
     * @param addressee who is to get it
     */
    record Open(
            Instant at,
            String dossierId,
            Purpose purpose,
            int ordinal,
            int of,
            String identifier,
            String dossierCode,
            AgencyRef from,
            Destination to,
            @Nullable Party addressee)
            implements ItemCommand {}

    /**
     * Where an item goes.
     *
     * @param unit unit of the destination
     * @param address sealed street address
     * @param office delivery office there
     * @param retentionDays calendar days that office keeps what could not be delivered
     */
    record Destination(
            @Nullable String unit,
            @Nullable Sealed address,
            @Nullable String office,
            int retentionDays) {}

    /**
     * The one-stop gives it to the post.
     *
     * @param carrier the postal worker's signature
     * @param scan that the post has it
     */
    record HandOver(Instant at, CoSignature carrier, Scan scan) implements ItemCommand {}

    /**
     * A carrier tells a scan.
     *
     * @param at when it is told; the scan has its own time
     */
    record RecordScan(Instant at, Scan scan) implements ItemCommand {}

    /**
     * A device tells several scans at once. Each is taken or left by itself: one that may not be holds up no other.
     *
     * @param at when they are told
     * @param scans the scans, at most {@link Item#MOST_SCANS}
     */
    record RecordScans(Instant at, List<Scan> scans) implements ItemCommand {
        public RecordScans {
            scans = List.copyOf(scans);
        }
    }

    /** It is to go somewhere else. */
    record ChangeAddress(Instant at, Destination to) implements ItemCommand {}

    /** It is not to be sent after all. */
    record Cancel(Instant at) implements ItemCommand {}

    /**
     * What it carries is to travel in several items.
     *
     * @param of how many
     */
    record SplitUp(Instant at, int of) implements ItemCommand {}

    /**
     * The time of a leg may be over.
     *
     * @param point postal point where it was heard of last, or that is to fetch it
     * @param limits how long legs may take
     */
    record NoticeSilence(Instant at, String point, SilenceLimits limits) implements ItemCommand {}

    /**
     * A person has looked into a scan that was set aside.
     *
     * @param scanId the scan
     * @param ruling what it came to
     * @param correction scan that tells what happened instead; null when none does
     * @param ground why
     */
    record SettleAnomaly(
            Instant at,
            String scanId,
            Ruling ruling,
            @Nullable String correction,
            String ground) implements ItemCommand {}

    /**
     * A citizen gives a dossier to the post.
     *
     * @param open the item that carries it
     * @param scan that the post has it
     */
    record TakeDossier(
            Instant at,
            Open open,
            Filing filing,
            List<Paper> papers,
            String seal,
            @Nullable FeeReceipt fee,
            CoSignature citizen,
            Scan scan)
            implements ItemCommand {
        /** Id of the scan by which the post has it. */
        public static final String SCAN_ID = "taken";
    }

    /**
     * A citizen surrenders papers to the post that brings the result.
     *
     * @param open the item that carries them
     * @param resultItem the item that brought the result
     * @param scan that the post has it
     */
    record TakeSurrendered(
            Instant at, Open open, String resultItem, List<Paper> papers, String seal, CoSignature citizen, Scan scan)
            implements ItemCommand {}

    /**
     * The one-stop opens a dossier and compares it with its list.
     *
     * @param filing as it was taken, sealed for this command
     * @param papers what it found
     * @param scan that it has it, with proof
     */
    record CheckDossier(
            Instant at,
            Filing filing,
            AgencyRef oneStop,
            boolean sealIntact,
            List<Paper> papers,
            CoSignature carrier,
            Scan scan)
            implements ItemCommand {}

    /**
     * The dossier it carried could not be filed.
     *
     * @param code problem code of the rule
     * @param reason the rule in Vietnamese
     * @param reasonEn the same in English
     */
    record RecordFilingRefused(Instant at, String code, String reason, String reasonEn) implements ItemCommand {}
}
