package vn.tthc.postal.domain;

import java.util.Map;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.postal.PostalEvent;

/** The postal item (bưu gửi). */
public final class Item {
    /** So many items one dossier's papers may travel in. */
    public static final int MOST_ITEMS = 20;

    /** So many scans are recorded by one command: what follows from them fits one commit. */
    public static final int MOST_SCANS = 100;

    /** So many scans an item has at most: ten times those of the longest way there is. A device that loops ends here. */
    static final int MOST_SCANS_EVER = 500;

    private Item() {}

    /** What follows from a command, or why it may not be. */
    public static Decision<PostalEvent> decide(ItemState state, ItemCommand command) {
        return switch (state) {
            case ItemState.NotOpen none ->
                switch (command) {
                    case ItemCommand.Open open -> Decision.accept(opened(open));
                    case ItemCommand.RecordScan scan -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.RecordScans scans -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.ChangeAddress change -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.Cancel cancel -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.SplitUp split -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.NoticeSilence silence -> Decision.accept();
                    case ItemCommand.SettleAnomaly settle -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.TakeDossier take -> Inbound.take(take);
                    case ItemCommand.TakeSurrendered take -> Surrender.take(take);
                    case ItemCommand.CheckDossier check -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.HandOver over -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                    case ItemCommand.RecordFilingRefused refused -> Decision.refuse(ItemProblem.ITEM_NOT_OPEN);
                };
            case ItemState.Open item ->
                switch (command) {
                    case ItemCommand.Open open -> Decision.accept();
                    case ItemCommand.RecordScan scan -> ScanRecording.decide(item, scan);
                    case ItemCommand.RecordScans scans -> ScanRecording.decide(item, scans);
                    case ItemCommand.ChangeAddress change -> changeAddress(item, change);
                    case ItemCommand.Cancel cancel -> cancel(item, cancel);
                    case ItemCommand.SplitUp split -> split(item, split);
                    case ItemCommand.NoticeSilence silence -> Silence.notice(item, silence);
                    case ItemCommand.SettleAnomaly settle -> Anomalies.settle(item, settle);
                    case ItemCommand.TakeDossier take -> Decision.accept();
                    case ItemCommand.TakeSurrendered take -> Decision.refuse(ItemProblem.ALREADY_SURRENDERED);
                    case ItemCommand.CheckDossier check -> Inbound.check(item, check);
                    case ItemCommand.HandOver over -> Outbound.handOver(item, over);
                    case ItemCommand.RecordFilingRefused refused -> Inbound.refused(item, refused);
                };
        };
    }

    /** The state after an event. */
    public static ItemState evolve(ItemState state, PostalEvent event) {
        return switch (state) {
            case ItemState.NotOpen none -> {
                if (event instanceof PostalEvent.Opened opened) {
                    yield ItemState.Open.of(opened);
                }
                throw misplaced(event);
            }
            case ItemState.Open item ->
                switch (event) {
                    case PostalEvent.Opened e -> throw misplaced(e);
                    case PostalEvent.AddressChanged changed -> item.to(changed);
                    case PostalEvent.Cancelled cancelled -> item.cancel();
                    case PostalEvent.Split split -> item.of(split.of());
                    case PostalEvent.Scanned scanned -> item.with(scanned.scan());
                    case PostalEvent.Delivered delivered ->
                        item.told(item.told().ofDelivery());
                    case PostalEvent.Returned returned -> item; // its scan has told it
                    case PostalEvent.HandedOver over -> item.told(item.told().ofHandOver(over));
                    case PostalEvent.DossierTaken taken -> item.told(item.told().ofTaking(taken));
                    case PostalEvent.PapersSurrendered taken ->
                        item.told(item.told().ofSurrender(taken));
                    case PostalEvent.DossierChecked checked ->
                        item.told(item.told().ofCheck(checked));
                    case PostalEvent.FilingRefused refused ->
                        item.told(item.told().ofRefusal(refused));
                    case PostalEvent.SilenceNoticed silence ->
                        item.told(item.told().ofSilence(silence));
                    case PostalEvent.AnomalyRecorded aside -> item.aside(aside.scan(), aside.anomaly());
                    case PostalEvent.AnomalySettled settled ->
                        item.told(item.told().ofSettlement(settled));
                };
        };
    }

    static PostalEvent.Opened opened(ItemCommand.Open command) {
        return new PostalEvent.Opened(
                command.at(),
                command.dossierId(),
                command.purpose(),
                command.ordinal(),
                command.of(),
                command.identifier(),
                command.dossierCode(),
                command.from(),
                command.to().unit(),
                command.to().address(),
                command.addressee(),
                command.to().office(),
                command.to().retentionDays());
    }

    /**
     * A new address: as long as somebody can still go there. After dispatch it is a redirection; on its way back the item
     * belongs to the sender again.
     */
    private static Decision<PostalEvent> changeAddress(ItemState.Open item, ItemCommand.ChangeAddress command) {
        if (item.cancelled()) {
            return Decision.refuse(ItemProblem.ITEM_CANCELLED);
        }
        Phase phase = item.timeline().phase();
        return switch (phase) {
            case DELIVERED -> Decision.refuse(ItemProblem.ALREADY_DELIVERED);
            case RETURNING, RETURNED -> Decision.refuse(ItemProblem.ON_ITS_WAY_BACK);
            case WAITING, UNDERWAY ->
                Decision.accept(new PostalEvent.AddressChanged(
                        command.at(),
                        item.item().dossierId(),
                        command.to().unit(),
                        command.to().address(),
                        command.to().office(),
                        command.to().retentionDays(),
                        phase == Phase.UNDERWAY));
        };
    }

    private static Decision<PostalEvent> cancel(ItemState.Open item, ItemCommand.Cancel command) {
        if (item.cancelled()) {
            return Decision.accept();
        }
        return ifWaiting(
                item,
                new PostalEvent.Cancelled(
                        command.at(),
                        item.item().dossierId(),
                        item.item().purpose(),
                        item.item().ordinal(),
                        item.item().of()));
    }

    /** Only the first item is split, once, and before it leaves: every item tells how many they are when delivered. */
    private static Decision<PostalEvent> split(ItemState.Open item, ItemCommand.SplitUp command) {
        if (item.cancelled()) {
            return Decision.refuse(ItemProblem.ITEM_CANCELLED);
        }
        if (item.item().ordinal() != 1 || (item.item().of() != 1 && item.item().of() != command.of())) {
            return Decision.refuse(ItemProblem.ALREADY_SPLIT);
        }
        if (item.item().of() == command.of()) {
            return Decision.accept();
        }
        if (command.of() < 2 || command.of() > MOST_ITEMS) {
            return Decision.refuse(ItemProblem.NUMBER_OF_ITEMS, "of", Map.of("most", Integer.toString(MOST_ITEMS)));
        }
        return ifWaiting(item, new PostalEvent.Split(command.at(), item.item().dossierId(), command.of()));
    }

    private static Decision<PostalEvent> ifWaiting(ItemState.Open item, PostalEvent event) {
        ProblemCode already = switch (item.timeline().phase()) {
            case WAITING -> null;
            case UNDERWAY -> ItemProblem.ALREADY_DISPATCHED;
            case DELIVERED -> ItemProblem.ALREADY_DELIVERED;
            case RETURNING, RETURNED -> ItemProblem.ON_ITS_WAY_BACK;
        };
        return already == null ? Decision.accept(event) : Decision.refuse(already);
    }

    /** A stream this service wrote cannot hold it here: the log is damaged, and going on would hide it. */
    private static IllegalStateException misplaced(PostalEvent event) {
        return new IllegalStateException(
                "cannot happen to an item here: " + event.getClass().getSimpleName());
    }
}
