package vn.tthc.postal.domain;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;

/**
 * Papers a citizen has to surrender: the post collects them where it delivers the result, and brings them back to the agency
 * (thu hồi, hoàn trả giấy tờ; part of what the postage of Thông tư 22/2017/TT-BTTTT covers).
 */
public final class Surrender {
    private Surrender() {}

    /** The item, what is in it, and that the post has it. */
    static Decision<PostalEvent> take(ItemCommand.TakeSurrendered command) {
        PostalEvent.Opened opened = Item.opened(command.open());
        return Decision.accept(
                opened,
                new PostalEvent.PapersSurrendered(
                        command.at(),
                        opened.dossierId(),
                        command.resultItem(),
                        command.papers(),
                        command.seal(),
                        command.citizen()),
                new PostalEvent.Scanned(command.scan().occurredAt(), opened.dossierId(), command.scan()));
    }

    /**
     * Why no papers can be surrendered for an item; null when they can. How far its scans have come does not matter: the
     * papers are in the worker's hand, and a device may tell later what it saw.
     */
    public static @Nullable ItemProblem refusal(ItemState.Open result) {
        if (result.item().purpose() != Purpose.RESULT) {
            return ItemProblem.NOT_A_RESULT;
        }
        return result.cancelled() ? ItemProblem.ITEM_CANCELLED : null;
    }
}
