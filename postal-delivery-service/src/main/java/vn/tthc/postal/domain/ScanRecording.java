package vn.tthc.postal.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/** What follows when more scans are told. */
public final class ScanRecording {
    private static final int ROOM_FOR_ENDS = 50;

    private ScanRecording() {}

    static Decision<PostalEvent> decide(ItemState.Open item, ItemCommand.RecordScan command) {
        Scan scan = command.scan();
        Scan known = item.find(scan.scanId());
        if (known != null) {
            return known.equals(scan)
                    ? Decision.accept()
                    : Decision.refuse(ItemProblem.SCAN_CONFLICT, "scanId", Map.of("scanId", scan.scanId()));
        }
        ItemProblem incomplete = incomplete(scan);
        if (incomplete != null) {
            return Decision.refuse(incomplete, incomplete.field(), Map.of());
        }
        if (hasNoRoomFor(scan.kind(), item)) {
            return Decision.refuse(
                    ItemProblem.ITEM_FULL, "scanId", Map.of("most", Integer.toString(Item.MOST_SCANS_EVER)));
        }
        if (scan.occurredAt().isAfter(command.at().plus(Timeline.TOLERANCE))) {
            // Its own time is not believed, so the moment it was told stands for it.
            return Decision.accept(new PostalEvent.AnomalyRecorded(
                    command.at(), item.item().dossierId(), scan, Anomaly.IN_THE_FUTURE));
        }
        return Decision.accept(learned(item, scan));
    }

    /** Whether an item has so many scans that another of this kind is not recorded; how its way ends always has some room. */
    private static boolean hasNoRoomFor(ScanKind kind, ItemState.Open item) {
        boolean end = kind == ScanKind.DELIVERED || kind == ScanKind.RETURNED;
        int most = end ? Item.MOST_SCANS_EVER + ROOM_FOR_ENDS : Item.MOST_SCANS_EVER;
        return item.scans().size() + item.unbelieved().size() >= most;
    }

    /** One after the other, each on what those before have made of the item; what one alone may not be is left out. */
    static Decision<PostalEvent> decide(ItemState.Open item, ItemCommand.RecordScans command) {
        if (command.scans().size() > Item.MOST_SCANS) {
            return Decision.refuse(
                    ItemProblem.TOO_MANY_SCANS, "scans", Map.of("most", Integer.toString(Item.MOST_SCANS)));
        }
        ItemState state = item;
        List<PostalEvent> events = new ArrayList<>();
        for (Scan scan : command.scans()) {
            if (state instanceof ItemState.Open open
                    && decide(open, new ItemCommand.RecordScan(command.at(), scan))
                            instanceof Decision.Accepted<PostalEvent> accepted) {
                for (PostalEvent event : accepted.events()) {
                    state = Item.evolve(state, event);
                    events.add(event);
                }
            }
        }
        return Decision.accept(events);
    }

    /** The scan, delivery or return if it is the first to show it, and every scan that now turns out to contradict. */
    private static List<PostalEvent> learned(ItemState.Open item, Scan scan) {
        PostalEvent.Opened about = item.item();
        Timeline timeline = item.with(scan).timeline();
        List<PostalEvent> events = new ArrayList<>();
        if (!timeline.anomalies().containsKey(scan.scanId())) {
            events.add(new PostalEvent.Scanned(scan.occurredAt(), about.dossierId(), scan));
        }
        if (timeline.delivered() != null && !item.told().delivered()) {
            Proof proof = Objects.requireNonNull(timeline.delivered().proof(), "a delivery has its proof");
            events.add(new PostalEvent.Delivered(
                    timeline.delivered().occurredAt(),
                    about.dossierId(),
                    about.purpose(),
                    about.ordinal(),
                    about.of(),
                    proof));
        }
        if (timeline.phase() == Phase.RETURNED && item.timeline().phase() != Phase.RETURNED) {
            events.add(new PostalEvent.Returned(
                    timeline.last().orElseThrow().occurredAt(),
                    about.dossierId(),
                    about.purpose(),
                    about.ordinal(),
                    about.of()));
        }
        timeline.anomalies().entrySet().stream()
                .filter(aside -> !item.told().anomalies().contains(aside.getKey()))
                .map(aside -> aside(item, scan, aside))
                .sorted(Comparator.comparing(PostalEvent.AnomalyRecorded::scan, Timeline.ORDER))
                .forEach(events::add);
        return events;
    }

    private static PostalEvent.AnomalyRecorded aside(
            ItemState.Open item, Scan learned, Map.Entry<String, Anomaly> aside) {
        Scan scan = Objects.requireNonNullElse(item.find(aside.getKey()), learned);
        return new PostalEvent.AnomalyRecorded(scan.occurredAt(), item.item().dossierId(), scan, aside.getValue());
    }

    /**
     * What a scan must have. A delivery needs the proof that a person took it, with a signature or a one-time code
     * (stricter than the letter-box of Luật Bưu chính 2010, Điều 11); a failure needs one of the five legal reasons (Điều
     * 17 khoản 1).
     */
    public static @Nullable ItemProblem incomplete(Scan scan) {
        boolean delivery = scan.kind() == ScanKind.DELIVERED;
        boolean failure = scan.kind() == ScanKind.ATTEMPT_FAILED;
        Proof proof = scan.proof();
        if (delivery != (proof != null)) {
            return delivery ? ItemProblem.PROOF_REQUIRED : ItemProblem.PROOF_WITHOUT_DELIVERY;
        }
        if (proof != null && proof.signatureHash() == null && proof.oneTimeCode() == null) {
            return ItemProblem.SIGNATURE_REQUIRED;
        }
        if (failure != (scan.reason() != null)) {
            return failure ? ItemProblem.REASON_REQUIRED : ItemProblem.REASON_WITHOUT_FAILURE;
        }
        return null;
    }
}
