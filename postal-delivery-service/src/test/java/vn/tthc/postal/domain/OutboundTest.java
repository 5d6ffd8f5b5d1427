package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

class OutboundTest {
    private static final CoSignature SIGNED = new CoSignature("a".repeat(64), null);
    private static final Scan TAKEN = Items.scan("handed-over", ScanKind.ACCEPTED, 30);

    private ItemState state = Item.evolve(ItemState.NONE, Items.opened());

    private Decision<PostalEvent> handedOver() {
        return Item.decide(state, new ItemCommand.HandOver(Items.minute(30), SIGNED, TAKEN));
    }

    private void given(PostalEvent... events) {
        for (PostalEvent event : events) {
            state = Item.evolve(state, event);
        }
    }

    private static PostalEvent scanned(String id, ScanKind kind) {
        Scan scan = Items.scan(id, kind, 10);
        return new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan);
    }

    private void refused(ProblemCode code) {
        assertThat(handedOver()).isEqualTo(Decision.refuse(code));
    }

    @Test
    void the_record_is_told_once_and_with_it_that_the_post_has_the_item() {
        Decision<PostalEvent> decision = handedOver();

        List<PostalEvent> told = ((Decision.Accepted<PostalEvent>) decision).events();
        assertThat(told)
                .containsExactly(
                        new PostalEvent.HandedOver(Items.minute(30), Items.DOSSIER, Items.ONE_STOP, SIGNED),
                        new PostalEvent.Scanned(TAKEN.occurredAt(), Items.DOSSIER, TAKEN));
        given(told.toArray(PostalEvent[]::new));
        assertThat(((ItemState.Open) state).timeline().phase()).isEqualTo(Phase.UNDERWAY);
        refused(ItemProblem.ALREADY_HANDED_OVER);
    }

    @Test
    void a_record_signed_later_than_the_post_scanned_it_is_a_record_and_no_scan() {
        given(scanned("s1", ScanKind.IN_TRANSIT));

        assertThat(((Decision.Accepted<PostalEvent>) handedOver()).events())
                .hasOnlyElementsOfType(PostalEvent.HandedOver.class);
    }

    @Test
    void what_is_not_there_any_more_is_not_handed_over() {
        given(scanned("s1", ScanKind.RETURNING));
        refused(ItemProblem.ON_ITS_WAY_BACK);
        given(scanned("s2", ScanKind.DELIVERED));
        refused(ItemProblem.ALREADY_DELIVERED);
    }

    @Test
    void what_was_called_back_or_never_opened_is_not_handed_over() {
        given(new PostalEvent.Cancelled(Items.OPENED, Items.DOSSIER, PostalEvent.Purpose.RESULT, 1, 1));
        refused(ItemProblem.ITEM_CANCELLED);
        state = ItemState.NONE;
        refused(ItemProblem.ITEM_NOT_OPEN);
    }
}
