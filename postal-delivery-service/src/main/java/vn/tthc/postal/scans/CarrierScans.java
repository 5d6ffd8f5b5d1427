package vn.tthc.postal.scans;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;

/** A carrier's word becomes a scan like any other: sealed, decided and recorded the same way, and known by its id. */
@Component
public class CarrierScans {
    private final ScanTelling telling;
    private final Streams streams;
    private final InstantSource clock;

    CarrierScans(ScanTelling telling, Streams streams, InstantSource clock) {
        this.telling = telling;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * What a carrier told, in our words.
     *
     * @param carrier name of the carrier
     * @param eventId its own name of the event
     * @param carrierCode its own code and reason beneath
     */
    public record CarrierScan(
            String carrier,
            String eventId,
            ScanKind kind,
            Instant occurredAt,
            long sequence,
            String point,
            @Nullable FailureReason reason,
            String carrierCode,
            @Nullable CarrierProof proof) {}

    /** Who took it; {@code relation} is that of a scan's proof. */
    public record CarrierProof(
            String recipientName,
            String relation,
            String paperShown,
            @Nullable String signatureHash,
            @Nullable String oneTimeCode,
            @Nullable String place) {
        @Override
        public String toString() {
            return "CarrierProof[***]";
        }
    }

    /** What became of it. */
    public enum Result {
        /** It counts. */
        RECORDED,
        /** It contradicts what is known. */
        SET_ASIDE,
        /** It was told before. */
        KNOWN,
        /** A rule forbids it: told before with another content, or incomplete. */
        REFUSED
    }

    /** The id of the scan that a carrier's event becomes. */
    public static String scanId(String carrier, String eventId) {
        return carrier + ":" + eventId;
    }

    /** Tells the scan to its item. */
    public Result tell(CarrierScan told, StreamId stream, ItemState.Open item) {
        ScanRequest scan = scan(told);
        CommandContext context = context(told, scan);
        Outcome outcome;
        try {
            outcome = telling.tell(clock.instant(), scan, item, stream, context);
        } catch (Problem problem) {
            if (problem.code() == ItemProblem.SCAN_CONFLICT) {
                return Result.REFUSED;
            }
            throw problem;
        }
        return switch (outcome) {
            case Outcome.Done done when done.repeated() || done.commit() == null -> Result.KNOWN;
            case Outcome.Done done ->
                ScanAnswer.of(done, scan.scanId(), streams, item).anomaly() == null
                        ? Result.RECORDED
                        : Result.SET_ASIDE;
            case Outcome.Refused refused -> Result.REFUSED;
            case Outcome.Stale stale -> Result.REFUSED;
            case Outcome.KeyReused reused -> Result.REFUSED;
        };
    }

    private static ScanRequest scan(CarrierScan told) {
        CarrierProof proof = told.proof();
        return new ScanRequest(
                scanId(told.carrier(), told.eventId()),
                told.kind(),
                told.occurredAt(),
                told.point(),
                "carrier-" + told.carrier(),
                told.sequence(),
                told.reason(),
                proof == null
                        ? null
                        : new ScanRequest.ProofRequest(
                                proof.recipientName(),
                                ScanRequest.Relation.valueOf(proof.relation()),
                                proof.paperShown(),
                                proof.signatureHash(),
                                proof.oneTimeCode(),
                                null,
                                proof.place()),
                told.carrierCode());
    }

    /** Named by all of the scan that is not personal, as a device's is. */
    private static CommandContext context(CarrierScan told, ScanRequest scan) {
        String commandId = "carrier/" + told.carrier() + "/" + Ids.uuid(SealedScans.naturalKey(scan));
        return new CommandContext(
                commandId,
                null,
                null,
                null,
                new Provenance(
                        new Actor("carrier:" + told.carrier(), Set.of(Role.SYSTEM), null),
                        Origin.DEVICE,
                        commandId,
                        null,
                        null,
                        told.eventId()));
    }
}
