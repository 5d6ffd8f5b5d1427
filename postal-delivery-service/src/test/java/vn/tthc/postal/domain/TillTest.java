package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.Difference;
import vn.tthc.contracts.postal.TillEvent.DifferenceKind;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.contracts.postal.TillEvent.Refund;
import vn.tthc.contracts.postal.TillEvent.Transfer;
import vn.tthc.platform.testing.PublishedEvent;

class TillTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final String AGENCY = "24781@2025-07-01";

    private TillState till = TillState.NONE;

    private TillTest given(TillEvent... events) {
        for (TillEvent event : events) {
            till = Till.evolve(till, event);
        }
        return this;
    }

    private void then(TillCommand command, TillEvent... events) {
        assertThat(Till.decide(till, command)).isEqualTo(Decision.accept(events));
    }

    private void thenRefused(TillCommand command, TillProblem why) {
        assertThat(Till.decide(till, command))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(why));
    }

    private static Payment postage(String id, long dong, long due) {
        return new Payment(id, PaymentKind.POSTAGE, dong, due, "2017", null, null, "RL473124829VN", null);
    }

    private static Payment fee(String id, String agency, long dong) {
        return new Payment(id, PaymentKind.AGENCY_FEE, dong, null, null, null, agency, "H36.01-260302-0001", null);
    }

    private static TillEvent taken(Payment payment) {
        return new TillEvent.PaymentTaken(AT, payment);
    }

    private static Transfer transfer(String id, long dong) {
        return new Transfer(id, AGENCY, dong, "BB 12");
    }

    private static TillEvent passedOn(String id, long dong) {
        return new TillEvent.FeesPassedOn(AT, transfer(id, dong));
    }

    private static TillCommand take(Payment payment) {
        return new TillCommand.Take(AT, payment);
    }

    private static TillCommand passOn(String id, long dong) {
        return new TillCommand.PassOn(AT, transfer(id, dong));
    }

    private static TillCommand count(long dong) {
        return new TillCommand.Reconcile(AT, dong);
    }

    @Test
    void a_payment_is_taken_once_and_told_otherwise_it_is_a_conflict() {
        Payment payment = postage("p1", 30_000, 30_000);
        then(take(payment), taken(payment));
        given(taken(payment)).then(take(payment));
        thenRefused(take(postage("p1", 35_000, 30_000)), TillProblem.PAYMENT_CONFLICT);
    }

    @Test
    void no_more_is_passed_on_than_was_collected_for_that_agency() {
        given(taken(fee("f1", AGENCY, 50_000)), taken(fee("f2", "68-STP@2025-07-01", 90_000)));
        thenRefused(passOn("t1", 50_001), TillProblem.MORE_THAN_COLLECTED);
        then(passOn("t1", 50_000), passedOn("t1", 50_000));
        given(passedOn("t1", 50_000)).then(passOn("t1", 50_000));
        thenRefused(passOn("t1", 40_000), TillProblem.PAYMENT_CONFLICT);
        thenRefused(passOn("t2", 1), TillProblem.MORE_THAN_COLLECTED);
    }

    @Test
    void a_day_that_agrees_has_no_differences() {
        given(taken(postage("p1", 30_000, 30_000)), taken(fee("f1", AGENCY, 50_000)), passedOn("t1", 50_000))
                .then(count(30_000), new TillEvent.Reconciled(AT, 30_000, 30_000, List.of()));
    }

    @Test
    void cash_fees_and_postage_that_do_not_agree_are_listed() {
        given(
                taken(postage("p1", 25_000, 30_000)),
                taken(postage("p2", 0, 0)),
                taken(fee("f1", AGENCY, 50_000)),
                passedOn("t1", 20_000));
        then(
                count(54_000),
                new TillEvent.Reconciled(
                        AT,
                        54_000,
                        55_000,
                        List.of(
                                new Difference(DifferenceKind.CASH, null, -1_000),
                                new Difference(DifferenceKind.FEES_NOT_PASSED_ON, AGENCY, 30_000),
                                new Difference(DifferenceKind.POSTAGE_NOT_AS_TARIFF, "p1", -5_000))));
    }

    @Test
    void a_day_is_reconciled_once_and_takes_nothing_more() {
        thenRefused(count(0), TillProblem.TILL_EMPTY);
        Payment before = postage("p1", 30_000, 30_000);
        given(taken(before), new TillEvent.Reconciled(AT, 30_000, 30_000, List.of()));
        thenRefused(count(30_000), TillProblem.TILL_RECONCILED);
        thenRefused(take(postage("p2", 1, 1)), TillProblem.TILL_RECONCILED);
        thenRefused(passOn("t1", 1), TillProblem.MORE_THAN_COLLECTED);
        then(take(before));
    }

    @Test
    void fees_still_owed_are_passed_on_after_the_day_was_closed_and_no_more() {
        given(
                taken(fee("f1", AGENCY, 50_000)),
                passedOn("t1", 20_000),
                new TillEvent.Reconciled(
                        AT,
                        30_000,
                        30_000,
                        List.of(new Difference(DifferenceKind.FEES_NOT_PASSED_ON, AGENCY, 30_000))));
        thenRefused(passOn("t2", 30_001), TillProblem.MORE_THAN_COLLECTED);
        then(passOn("t2", 30_000), passedOn("t2", 30_000));
        given(passedOn("t2", 30_000));
        assertThat(till.owed()).isEmpty();
    }

    @Test
    void a_day_full_of_payments_can_still_pass_them_on() {
        for (int i = 0; i < Till.MOST_ENTRIES; i++) {
            given(taken(fee("f" + i, AGENCY, 1)));
        }
        then(passOn("t1", Till.MOST_ENTRIES), passedOn("t1", Till.MOST_ENTRIES));
    }

    private static final String ITEM = "RL473124829VN";

    /** A fee that was taken with a dossier. */
    private static Payment brought(long dong) {
        return new Payment("item-1", PaymentKind.AGENCY_FEE, dong, null, null, null, AGENCY, ITEM, "BL-77");
    }

    private static Payment byHand(String id, String agency, String reference) {
        return new Payment(id, PaymentKind.AGENCY_FEE, 50_000, null, null, null, agency, reference, null);
    }

    private static Refund refund(String id, String payment, long dong) {
        return new Refund(id, payment, dong, "PT 3");
    }

    private static TillCommand giveBack(String id, String payment, long dong) {
        return new TillCommand.GiveBack(AT, refund(id, payment, dong));
    }

    private static TillEvent givenBack(String id, String payment, long dong) {
        return new TillEvent.FeeGivenBack(AT, refund(id, payment, dong));
    }

    @Test
    void a_fee_that_came_with_a_dossier_is_not_entered_by_hand() {
        given(taken(brought(50_000)));
        thenRefused(take(byHand("f1", AGENCY, ITEM)), TillProblem.FEE_WITH_DOSSIER);
        thenRefused(take(byHand("BL-77", AGENCY, "H36.01-260302-0001")), TillProblem.FEE_WITH_DOSSIER);
        Payment otherAgency = byHand("f1", "68-STP@2025-07-01", ITEM);
        then(take(otherAgency), taken(otherAgency));
        Payment otherDossier = byHand("f1", AGENCY, "H36.01-260302-0001");
        then(take(otherDossier), taken(otherDossier));
    }

    @Test
    void entered_by_hand_first_it_is_counted_once_all_the_same() {
        given(taken(byHand("f1", AGENCY, ITEM))).then(take(brought(50_000)), taken(brought(50_000)));
        given(taken(brought(50_000)));
        assertThat(till.expected()).isEqualTo(50_000);
        assertThat(till.taken(PaymentKind.AGENCY_FEE)).isEqualTo(50_000);
        assertThat(till.owed()).containsOnly(java.util.Map.entry(AGENCY, 50_000L));
        then(take(byHand("f1", AGENCY, ITEM)));
        then(
                count(50_000),
                new TillEvent.Reconciled(
                        AT,
                        50_000,
                        50_000,
                        List.of(new Difference(DifferenceKind.FEES_NOT_PASSED_ON, AGENCY, 50_000))));
    }

    @Test
    void a_day_closed_with_the_fee_entered_by_hand_has_it_already() {
        given(
                taken(byHand("BL-77", AGENCY, "H36.01-260302-0001")),
                new TillEvent.Reconciled(AT, 50_000, 50_000, List.of()));
        then(take(brought(50_000)));
    }

    @Test
    void a_fee_goes_back_to_the_citizen_and_its_agency_is_owed_less() {
        given(taken(fee("f1", AGENCY, 50_000)), taken(postage("p1", 30_000, 30_000)));
        thenRefused(giveBack("r1", "p1", 1), TillProblem.NO_SUCH_FEE);
        thenRefused(giveBack("r1", "none", 1), TillProblem.NO_SUCH_FEE);
        thenRefused(giveBack("r1", "f1", 50_001), TillProblem.MORE_THAN_TAKEN);
        then(giveBack("r1", "f1", 20_000), givenBack("r1", "f1", 20_000));
        given(givenBack("r1", "f1", 20_000)).then(giveBack("r1", "f1", 20_000));
        thenRefused(giveBack("r1", "f1", 10_000), TillProblem.PAYMENT_CONFLICT);
        thenRefused(giveBack("r2", "f1", 30_001), TillProblem.MORE_THAN_TAKEN);
        thenRefused(passOn("t1", 30_001), TillProblem.MORE_THAN_COLLECTED);
        assertThat(till.expected()).isEqualTo(60_000);
        assertThat(till.owed()).containsOnly(java.util.Map.entry(AGENCY, 30_000L));
        then(
                count(60_000),
                new TillEvent.Reconciled(
                        AT,
                        60_000,
                        60_000,
                        List.of(new Difference(DifferenceKind.FEES_NOT_PASSED_ON, AGENCY, 30_000))));
    }

    @Test
    void what_was_passed_on_is_not_given_back_and_the_rest_also_after_the_day_was_closed() {
        given(
                taken(fee("f1", AGENCY, 50_000)),
                taken(fee("f2", AGENCY, 10_000)),
                passedOn("t1", 40_000),
                new TillEvent.Reconciled(AT, 20_000, 20_000, List.of()));
        thenRefused(giveBack("r1", "f1", 20_001), TillProblem.MORE_THAN_TAKEN);
        thenRefused(giveBack("r1", "f2", 10_001), TillProblem.MORE_THAN_TAKEN);
        then(giveBack("r1", "f1", 20_000), givenBack("r1", "f1", 20_000));
        given(givenBack("r1", "f1", 20_000));
        assertThat(till.owed()).isEmpty();
        thenRefused(giveBack("r2", "f2", 1), TillProblem.MORE_THAN_TAKEN);
    }

    @Test
    void whatever_is_told_first_what_is_there_is_what_was_taken_less_what_left() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<TillCommand> commands = new ArrayList<>(List.of(
                    take(brought(50_000)),
                    take(byHand("f1", AGENCY, ITEM)),
                    take(byHand("BL-77", AGENCY, "H36.01-260302-0001")),
                    take(fee("other", AGENCY, 7_000)),
                    giveBack("r1", "item-1", 1 + random.nextInt(60_000)),
                    passOn("t1", 1 + random.nextInt(60_000))));
            commands.addAll(commands.subList(0, 4));
            Collections.shuffle(commands, random);
            TillState now = TillState.NONE;
            for (TillCommand command : commands) {
                if (Till.decide(now, command) instanceof Decision.Accepted<TillEvent> accepted) {
                    for (TillEvent event : accepted.events()) {
                        now = Till.evolve(now, event);
                    }
                }
            }
            assertThat(now.taken(PaymentKind.AGENCY_FEE)).as("seed %s", seed).isEqualTo(57_000);
            assertThat(now.expected()).as("seed %s", seed).isEqualTo(57_000 - now.passedOn() - now.givenBack());
        }
    }

    @Test
    void a_day_has_a_bound() {
        for (int i = 0; i < Till.MOST_ENTRIES; i++) {
            given(taken(postage("p" + i, 1, 1)));
        }
        thenRefused(take(postage("more", 1, 1)), TillProblem.TILL_FULL);
    }

    @Test
    void transfers_have_the_same_bound() {
        given(taken(fee("f1", AGENCY, Till.MOST_ENTRIES + 1)));
        for (int i = 1; i < Till.MOST_ENTRIES; i++) {
            given(passedOn("t" + i, 1));
        }
        then(passOn("last", 1), passedOn("last", 1));
        given(passedOn("last", 1)).thenRefused(passOn("more", 1), TillProblem.TILL_FULL);
    }

    @Test
    void postage_and_fees_are_told_apart() {
        given(taken(postage("p1", 30_000, 30_000)), taken(fee("f1", AGENCY, 50_000)), passedOn("t1", 20_000));

        assertThat(till.taken(PaymentKind.POSTAGE)).isEqualTo(30_000);
        assertThat(till.taken(PaymentKind.AGENCY_FEE)).isEqualTo(50_000);
        assertThat(till.passedOn()).isEqualTo(20_000);
    }

    @Test
    void in_whatever_order_and_however_often_payments_are_told_the_sums_are_the_same() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Payment> payments = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                payments.add(
                        random.nextBoolean()
                                ? postage("p" + i, random.nextInt(50_000), 30_000)
                                : fee("p" + i, "a" + random.nextInt(3), random.nextInt(90_000)));
            }
            TillState ordered = told(payments);
            List<Payment> network = new ArrayList<>(payments);
            network.addAll(payments.subList(0, payments.size() / 2));
            Collections.shuffle(network, random);
            TillState shuffled = told(network);
            assertThat(shuffled.payments()).as("seed %s", seed).isEqualTo(ordered.payments());
            assertThat(shuffled.owed()).as("seed %s", seed).isEqualTo(ordered.owed());
            assertThat(ordered.expected())
                    .as("seed %s", seed)
                    .isEqualTo(payments.stream().mapToLong(Payment::dong).sum());
        }
    }

    private static TillState told(List<Payment> payments) {
        TillState now = TillState.NONE;
        for (Payment payment : payments) {
            var decision = Till.decide(now, take(payment));
            for (TillEvent event : ((Decision.Accepted<TillEvent>) decision).events()) {
                now = Till.evolve(now, event);
            }
        }
        return now;
    }

    @Test
    void every_published_event_of_a_till_is_understood() {
        List<PublishedEvent> examples = PublishedEvent.of(TillEvent.class);
        assertThat(examples).hasSize(4);
        examples.forEach(example -> assertThat(Till.evolve(TillState.NONE, (TillEvent) example.event()))
                .isNotEqualTo(TillState.NONE));
    }
}
