package vn.tthc.postal.domain;

import java.util.ArrayList;
import java.util.List;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;

/** What an agency sends: given to the post at the one-stop by a record that both sign. */
final class Outbound {
    private Outbound() {}

    /** The record, once; with it the post has the item, if nobody has told so yet. */
    static Decision<PostalEvent> handOver(ItemState.Open item, ItemCommand.HandOver command) {
        if (item.fromCitizen()) {
            return Decision.refuse(ItemProblem.FROM_A_CITIZEN);
        }
        if (item.told().handedOver() != null) {
            return Decision.refuse(ItemProblem.ALREADY_HANDED_OVER);
        }
        if (item.cancelled()) {
            return Decision.refuse(ItemProblem.ITEM_CANCELLED);
        }
        return switch (item.timeline().phase()) {
            case DELIVERED -> Decision.refuse(ItemProblem.ALREADY_DELIVERED);
            case RETURNING, RETURNED -> Decision.refuse(ItemProblem.ON_ITS_WAY_BACK);
            case WAITING -> recorded(item, command, true);
            case UNDERWAY -> recorded(item, command, false);
        };
    }

    private static Decision<PostalEvent> recorded(ItemState.Open item, ItemCommand.HandOver command, boolean scanned) {
        List<PostalEvent> events = new ArrayList<>();
        events.add(new PostalEvent.HandedOver(
                command.at(), item.item().dossierId(), item.item().from(), command.carrier()));
        if (scanned
                && ScanRecording.decide(item, new ItemCommand.RecordScan(command.at(), command.scan()))
                        instanceof Decision.Accepted<PostalEvent> taken) {
            events.addAll(taken.events());
        }
        return Decision.accept(events);
    }
}
