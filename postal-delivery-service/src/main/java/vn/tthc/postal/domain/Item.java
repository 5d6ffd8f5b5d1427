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

/** The postal item (bưu gửi). */
public final class Item {
    private Item() {}

    /** What follows from a command, or why it may not be. */
    public static Decision<PostalEvent> decide(ItemState state, ItemCommand command) {
        return switch (command) {
            case ItemCommand.Open open -> open(state, open);
            case ItemCommand.RecordScan scan ->
                switch (state) {
                    case ItemState.NotOpen none -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemState.Open item -> record(item, scan);
                };
        };
    }

    /** The state after an event. */
    public static ItemState evolve(ItemState state, PostalEvent event) {
        return switch (state) {
            case ItemState.NotOpen none ->
                switch (event) {
                    case PostalEvent.Opened opened -> ItemState.Open.of(opened);
                    case PostalEvent.Scanned e -> throw misplaced(e);
                    case PostalEvent.Delivered e -> throw misplaced(e);
                    case PostalEvent.AnomalyRecorded e -> throw misplaced(e);
                };
            case ItemState.Open item ->
                switch (event) {
                    case PostalEvent.Opened e -> throw misplaced(e);
                    case PostalEvent.Scanned scanned -> item.with(scanned.scan());
                    case PostalEvent.Delivered delivered -> item.delivered();
                    case PostalEvent.AnomalyRecorded aside -> item.aside(aside.scan(), aside.anomaly());
                };
        };
    }

    private static Decision<PostalEvent> open(ItemState state, ItemCommand.Open command) {
        return switch (state) {
            case ItemState.Open item -> Decision.accept();
            case ItemState.NotOpen none ->
                Decision.accept(new PostalEvent.Opened(
                        command.at(),
                        command.dossierId(),
                        command.purpose(),
                        command.ordinal(),
                        command.of(),
                        command.identifier(),
                        command.dossierCode(),
                        command.from(),
                        command.toUnit(),
                        command.toAddress(),
                        command.addressee()));
        };
    }

    private static Decision<PostalEvent> record(ItemState.Open item, ItemCommand.RecordScan command) {
        Scan scan = command.scan();
        Scan known = item.find(scan.scanId());
        if (known != null) {
            return known.equals(scan)
                    ? Decision.accept()
                    : Decision.refuse(ItemProblem.SCAN_CONFLICT, "scanId", Map.of("scanId", scan.scanId()));
        }
        ItemProblem incomplete = incomplete(scan);
        if (incomplete != null) {
            return Decision.refuse(incomplete, field(incomplete), Map.of());
        }
        if (scan.occurredAt().isAfter(command.at().plus(Timeline.TOLERANCE))) {
            // Its own time is not believed, so the moment it was told stands for it.
            return Decision.accept(new PostalEvent.AnomalyRecorded(
                    command.at(), item.item().dossierId(), scan, Anomaly.IN_THE_FUTURE));
        }
        return Decision.accept(learned(item, scan));
    }

    /** The scan, the delivery if it is the first proof, and every scan that now turns out to contradict. */
    private static List<PostalEvent> learned(ItemState.Open item, Scan scan) {
        PostalEvent.Opened about = item.item();
        Timeline timeline = item.with(scan).timeline();
        List<PostalEvent> events = new ArrayList<>();
        if (!timeline.anomalies().containsKey(scan.scanId())) {
            events.add(new PostalEvent.Scanned(scan.occurredAt(), about.dossierId(), scan));
        }
        if (timeline.delivered() != null && !item.toldDelivered()) {
            Proof proof = Objects.requireNonNull(timeline.delivered().proof(), "a delivery has its proof");
            events.add(new PostalEvent.Delivered(
                    timeline.delivered().occurredAt(),
                    about.dossierId(),
                    about.purpose(),
                    about.ordinal(),
                    about.of(),
                    proof));
        }
        timeline.anomalies().entrySet().stream()
                .filter(aside -> !item.toldAnomalies().contains(aside.getKey()))
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
     * What a scan must have. A delivery needs the proof that a person took it (stricter than the letter-box of Luật Bưu
     * chính 2010, Điều 11); a failure needs one of the five legal reasons (Điều 17 khoản 1).
     */
    private static @Nullable ItemProblem incomplete(Scan scan) {
        boolean delivery = scan.kind() == ScanKind.DELIVERED;
        boolean failure = scan.kind() == ScanKind.ATTEMPT_FAILED;
        if (delivery != (scan.proof() != null)) {
            return delivery ? ItemProblem.PROOF_REQUIRED : ItemProblem.PROOF_WITHOUT_DELIVERY;
        }
        if (failure != (scan.reason() != null)) {
            return failure ? ItemProblem.REASON_REQUIRED : ItemProblem.REASON_WITHOUT_FAILURE;
        }
        return null;
    }

    private static String field(ItemProblem problem) {
        return switch (problem) {
            case PROOF_REQUIRED, PROOF_WITHOUT_DELIVERY -> "proof";
            case REASON_REQUIRED, REASON_WITHOUT_FAILURE -> "reason";
            case ITEM_NOT_OPEN, SCAN_CONFLICT -> "scanId";
        };
    }

    /** A stream this service wrote cannot hold it here: the log is damaged, and going on would hide it. */
    private static IllegalStateException misplaced(PostalEvent event) {
        return new IllegalStateException(
                "cannot happen to an item here: " + event.getClass().getSimpleName());
    }
}
