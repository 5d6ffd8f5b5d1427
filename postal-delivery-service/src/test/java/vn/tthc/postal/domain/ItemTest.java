package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.tthc.postal.domain.Items.DOSSIER;
import static vn.tthc.postal.domain.Items.OPENED;
import static vn.tthc.postal.domain.Items.minute;
import static vn.tthc.postal.domain.Items.open;
import static vn.tthc.postal.domain.Items.opened;
import static vn.tthc.postal.domain.Items.proof;
import static vn.tthc.postal.domain.Items.scan;
import static vn.tthc.postal.domain.Items.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

class ItemTest {
    private static final Instant LATER = minute(100_000);

    private ItemState state = Item.evolve(ItemState.NONE, opened());

    private ItemTest told(Scan... scans) {
        for (Scan scan : scans) {
            for (PostalEvent event : ((Decision.Accepted<PostalEvent>)
                            Item.decide(state, new ItemCommand.RecordScan(LATER, scan)))
                    .events()) {
                state = Item.evolve(state, event);
            }
        }
        return this;
    }

    private Decision<PostalEvent> when(Scan scan) {
        return Item.decide(state, new ItemCommand.RecordScan(LATER, scan));
    }

    private void then(Scan scan, PostalEvent... events) {
        assertThat(when(scan)).isEqualTo(Decision.accept(events));
    }

    private void thenRefused(Scan scan, ItemProblem why, String field) {
        assertThat(when(scan)).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(why);
            assertThat(refused.refusal().field()).isEqualTo(field);
        });
    }

    private Timeline timeline() {
        return ((ItemState.Open) state).timeline();
    }

    private static PostalEvent scanned(Scan scan) {
        return new PostalEvent.Scanned(scan.occurredAt(), DOSSIER, scan);
    }

    private static PostalEvent aside(Scan scan, Anomaly why) {
        return new PostalEvent.AnomalyRecorded(scan.occurredAt(), DOSSIER, scan, why);
    }

    private static PostalEvent delivered(Scan scan) {
        return new PostalEvent.Delivered(scan.occurredAt(), DOSSIER, Purpose.RESULT, 1, 1, proof(scan.scanId()));
    }

    @Test
    void an_item_is_opened_once() {
        assertThat(Item.decide(ItemState.NONE, open())).isEqualTo(Decision.accept(opened()));
        assertThat(Item.decide(state, open())).isEqualTo(Decision.accept(List.of()));
    }

    @Test
    void what_was_never_opened_cannot_be_scanned() {
        Decision<PostalEvent> decision =
                Item.decide(ItemState.NONE, new ItemCommand.RecordScan(LATER, scan("a", ScanKind.ACCEPTED, 1)));

        assertThat(decision).isEqualTo(Decision.refuse(ItemProblem.ITEM_NOT_OPEN));
    }

    @Test
    void a_late_scan_takes_its_own_place_and_never_moves_the_item_back() {
        Scan office = scan("b", ScanKind.AT_DELIVERY_OFFICE, 20);
        Scan late = scan("a", ScanKind.IN_TRANSIT, 10);
        told(office);

        then(late, scanned(late));
        told(late);
        assertThat(timeline().last()).contains(office);
        assertThat(timeline().applied()).containsExactly(late, office);
    }

    @Test
    void at_the_same_moment_the_device_counter_decides() {
        Scan second = scan("a", ScanKind.AT_DELIVERY_OFFICE, 20, 8);
        Scan first = scan("b", ScanKind.IN_TRANSIT, 20, 7);

        told(second, first);

        assertThat(timeline().applied()).containsExactly(first, second);
    }

    @Test
    void the_same_scan_again_is_nothing_and_with_other_content_a_conflict() {
        Scan scan = scan("a", ScanKind.ACCEPTED, 1);
        told(scan);

        then(scan);
        thenRefused(scan("a", ScanKind.ACCEPTED, 2), ItemProblem.SCAN_CONFLICT, "scanId");
    }

    @Test
    void a_scan_that_was_set_aside_is_known_too() {
        Scan after = scan("b", ScanKind.IN_TRANSIT, 11);
        Scan future = scan("c", ScanKind.IN_TRANSIT, 200_000);
        told(scan("a", ScanKind.DELIVERED, 10), after, future);

        then(after);
        then(future);
        thenRefused(scan("c", ScanKind.RETURNING, 200_000), ItemProblem.SCAN_CONFLICT, "scanId");
    }

    @Test
    void a_delivery_needs_its_proof_and_a_failure_its_legal_reason() {
        thenRefused(with(scan("a", ScanKind.DELIVERED, 1), null, null), ItemProblem.PROOF_REQUIRED, "proof");
        thenRefused(with(scan("a", ScanKind.ATTEMPT_FAILED, 1), null, null), ItemProblem.REASON_REQUIRED, "reason");
        thenRefused(
                with(scan("a", ScanKind.IN_TRANSIT, 1), null, proof("a")), ItemProblem.PROOF_WITHOUT_DELIVERY, "proof");
        thenRefused(
                with(scan("a", ScanKind.IN_TRANSIT, 1), FailureReason.REFUSED, null),
                ItemProblem.REASON_WITHOUT_FAILURE,
                "reason");
        Scan failed = scan("a", ScanKind.ATTEMPT_FAILED, 1);
        then(failed, scanned(failed));
        assertThat(told(failed).timeline().failedAttempts()).isEqualTo(1);
    }

    @Test
    void a_proof_needs_a_signature_or_a_one_time_code() {
        Proof bare = new Proof(new Sealed("p1", "name"), "OWNER", "CCCD", null, null, "photo", null);
        Proof signed = new Proof(new Sealed("p1", "name"), "OWNER", "CCCD", "hash", null, null, null);

        thenRefused(
                with(scan("a", ScanKind.DELIVERED, 1), null, bare),
                ItemProblem.SIGNATURE_REQUIRED,
                "proof.signatureHash");
        assertThat(when(with(scan("a", ScanKind.DELIVERED, 1), null, signed))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void before_dispatch_it_can_be_called_back_split_and_sent_elsewhere() {
        var elsewhere = new ItemCommand.Destination("22945@2025-07-01", new Sealed("p1", "new"), "LDG-0007", 15);

        decided(new ItemCommand.ChangeAddress(LATER, elsewhere))
                .containsExactly(new PostalEvent.AddressChanged(
                        LATER, DOSSIER, elsewhere.unit(), elsewhere.address(), "LDG-0007", 15, false));
        decided(new ItemCommand.SplitUp(LATER, 3)).containsExactly(new PostalEvent.Split(LATER, DOSSIER, 3));
        decided(new ItemCommand.Cancel(LATER))
                .containsExactly(new PostalEvent.Cancelled(LATER, DOSSIER, Purpose.RESULT, 1, 1));
    }

    @Test
    void after_dispatch_it_can_only_be_redirected() {
        told(scan("a", ScanKind.ACCEPTED, 1));
        var elsewhere = new ItemCommand.Destination("22945@2025-07-01", null, "LDG-0007", 15);

        decided(new ItemCommand.ChangeAddress(LATER, elsewhere))
                .containsExactly(
                        new PostalEvent.AddressChanged(LATER, DOSSIER, elsewhere.unit(), null, "LDG-0007", 15, true));
        refused(new ItemCommand.Cancel(LATER), ItemProblem.ALREADY_DISPATCHED);
        refused(new ItemCommand.SplitUp(LATER, 2), ItemProblem.ALREADY_DISPATCHED);

        told(scan("b", ScanKind.RETURNING, 2));
        refused(new ItemCommand.ChangeAddress(LATER, elsewhere), ItemProblem.ON_ITS_WAY_BACK);
        told(scan("c", ScanKind.DELIVERED, 3));
        refused(new ItemCommand.ChangeAddress(LATER, elsewhere), ItemProblem.ALREADY_DELIVERED);
        refused(new ItemCommand.Cancel(LATER), ItemProblem.ALREADY_DELIVERED);
    }

    @Test
    void of_a_cancelled_item_only_a_proof_of_delivery_counts() {
        state = Item.evolve(state, new PostalEvent.Cancelled(OPENED, DOSSIER, Purpose.RESULT, 1, 1));
        Scan accepted = scan("a", ScanKind.ACCEPTED, 1);
        Scan delivery = scan("b", ScanKind.DELIVERED, 2);

        decided(new ItemCommand.Cancel(LATER)).isEmpty();
        then(accepted, aside(accepted, Anomaly.AFTER_CANCELLATION));
        told(accepted).then(delivery, scanned(delivery), delivered(delivery));
        refused(new ItemCommand.SplitUp(LATER, 2), ItemProblem.ITEM_CANCELLED);
        refused(new ItemCommand.ChangeAddress(LATER, open().to()), ItemProblem.ITEM_CANCELLED);
    }

    @Test
    void papers_travel_in_at_most_twenty_items() {
        decided(new ItemCommand.SplitUp(LATER, Item.MOST_ITEMS))
                .containsExactly(new PostalEvent.Split(LATER, DOSSIER, Item.MOST_ITEMS));
        for (int of : new int[] {0, Item.MOST_ITEMS + 1}) {
            assertThat(Item.decide(state, new ItemCommand.SplitUp(LATER, of)))
                    .isEqualTo(Decision.refuse(ItemProblem.NUMBER_OF_ITEMS, "of", Map.of("most", "20")));
        }
    }

    /** Handed from one carrier to the next before it travels: taken over twice, and both are true. */
    @Test
    void taken_over_again_before_it_is_on_its_way_both_count() {
        Scan first = scan("a", ScanKind.ACCEPTED, 1);
        Scan second = scan("b", ScanKind.ACCEPTED, 2);

        told(first).then(second, scanned(second));
        assertThat(told(second).timeline().applied()).containsExactly(first, second);
    }

    @Test
    void a_log_in_which_an_item_is_opened_twice_or_moves_before_it_is_opened_is_damaged() {
        assertThatIllegalStateException().isThrownBy(() -> Item.evolve(state, opened()));
        assertThatIllegalStateException()
                .isThrownBy(() -> Item.evolve(ItemState.NONE, scanned(scan("a", ScanKind.ACCEPTED, 1))));
    }

    @Test
    void what_was_split_tells_how_many_they_are_when_it_is_delivered() {
        state = Item.evolve(state, new PostalEvent.Split(OPENED, DOSSIER, 2));
        Scan delivery = scan("b", ScanKind.DELIVERED, 2);

        decided(new ItemCommand.SplitUp(LATER, 2)).isEmpty();
        refused(new ItemCommand.SplitUp(LATER, 3), ItemProblem.ALREADY_SPLIT);
        then(
                delivery,
                scanned(delivery),
                new PostalEvent.Delivered(delivery.occurredAt(), DOSSIER, Purpose.RESULT, 1, 2, proof("b")));
    }

    @Test
    void the_return_to_the_agency_is_told_once() {
        Scan back = scan("a", ScanKind.RETURNED, 50);
        then(back, scanned(back), new PostalEvent.Returned(back.occurredAt(), DOSSIER, Purpose.RESULT, 1, 1));

        told(back);
        Scan again = scan("b", ScanKind.RETURNED, 51);
        then(again, aside(again, Anomaly.IMPOSSIBLE));
    }

    private ListAssert<PostalEvent> decided(ItemCommand command) {
        return assertThat(((Decision.Accepted<PostalEvent>) Item.decide(state, command)).events());
    }

    private void refused(ItemCommand command, ItemProblem why) {
        assertThat(Item.decide(state, command)).isEqualTo(Decision.refuse(why));
    }

    @Test
    void the_first_proof_delivers_and_it_is_told_once() {
        Scan first = scan("a", ScanKind.DELIVERED, 10);
        Scan second = scan("b", ScanKind.DELIVERED, 11);

        then(first, scanned(first), delivered(first));
        told(first).then(second, aside(second, Anomaly.AFTER_DELIVERY));
    }

    @Test
    void an_earlier_proof_that_comes_later_sets_the_other_aside_and_delivers_no_second_time() {
        Scan told = scan("b", ScanKind.DELIVERED, 11);
        Scan earlier = scan("a", ScanKind.DELIVERED, 10);

        told(told).then(earlier, scanned(earlier), aside(told, Anomaly.AFTER_DELIVERY));
        assertThat(told(earlier).timeline().delivered()).isEqualTo(earlier);
    }

    @Test
    void what_lies_after_the_delivery_is_set_aside_even_when_it_came_before() {
        Scan transit = scan("a", ScanKind.IN_TRANSIT, 20);
        Scan delivery = scan("b", ScanKind.DELIVERED, 10);

        told(transit).then(delivery, scanned(delivery), delivered(delivery), aside(transit, Anomaly.AFTER_DELIVERY));
        assertThat(told(delivery).timeline().last()).contains(delivery);
    }

    @Test
    void a_time_more_than_five_minutes_ahead_is_not_believed() {
        Scan ahead = scan("a", ScanKind.DELIVERED, 100_005);
        Scan tooFar = new Scan(
                "b", ScanKind.DELIVERED, LATER.plusSeconds(301), "LDG-0001", "PDA-7", 1, null, proof("b"), null);

        then(ahead, scanned(ahead), delivered(ahead));
        then(tooFar, new PostalEvent.AnomalyRecorded(LATER, DOSSIER, tooFar, Anomaly.IN_THE_FUTURE));
        assertThat(told(tooFar).timeline().delivered()).isNull();
    }

    @Test
    void what_cannot_have_happened_is_kept_and_not_applied() {
        Scan before = scan("a", ScanKind.DELIVERED, -6);
        Scan justBefore = scan("b", ScanKind.ACCEPTED, -5);
        then(before, aside(before, Anomaly.IMPOSSIBLE));
        then(justBefore, scanned(justBefore));

        told(scan("c", ScanKind.RETURNED, 50));
        Scan travels = scan("d", ScanKind.IN_TRANSIT, 51);
        then(travels, aside(travels, Anomaly.IMPOSSIBLE));
        Scan takenAgain = scan("e", ScanKind.ACCEPTED, 50, 2);
        then(takenAgain, aside(takenAgain, Anomaly.IMPOSSIBLE));
    }

    @Test
    void a_proof_of_delivery_outweighs_a_return() {
        Scan returned = scan("a", ScanKind.RETURNED, 50);
        Scan delivery = scan("b", ScanKind.DELIVERED, 60);

        told(returned).then(delivery, scanned(delivery), delivered(delivery), aside(returned, Anomaly.IMPOSSIBLE));
    }
}
