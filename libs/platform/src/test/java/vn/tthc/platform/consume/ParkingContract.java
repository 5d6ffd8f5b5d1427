package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;

/** What a consumer cannot handle waits with everything of its dossier for a person, whatever keeps it. */
abstract class ParkingContract extends ConsumerTestBase {

    private static void poison(ReceivedEvent event) {
        throw new IllegalStateException("Nguyễn Văn A cannot be shown");
    }

    /** What the store keeps of what was passed over: {@code stream@version reason actor} each. */
    abstract List<String> passedOver(String name);

    /** Whatever is on the topics comes once more to a consumer, which does not run. */
    abstract void goBackToTheStart(String name);

    @Test
    void poison_parks_its_dossier_alone_and_a_retry_handles_it_in_order() throws Exception {
        StreamId sick = aDossier();
        StreamId itsCase = StreamId.caseOf(sick.id());
        StreamId well = aDossier();
        append(owner.log, sick, 0, "1", "poison", "3");
        append(owner.log, itsCase, 0, "c1", "c2");
        append(owner.log, well, 0, "x", "y");
        view.on("poison", ParkingContract::poison);
        publish(sick, 1, 2);
        publish(well, 1);
        publish(sick, 3);
        consumer.start();

        await().atMost(SOON).until(() -> parked(WordsView.NAME, sick).size() == 2);
        publish(itsCase, 1, 2);
        publish(well, 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(words(well)).containsExactly("x", "y"));
        await().atMost(SOON).until(() -> parked(WordsView.NAME, sick).size() == 4);
        assertThat(words(sick)).containsExactly("1");
        assertThat(parked(WordsView.NAME, sick))
                .extracting(record -> record.stream() + "@" + record.version())
                .containsExactly(sick + "@2", sick + "@3", itsCase + "@1", itsCase + "@2");
        assertThat(parked(WordsView.NAME, sick).getFirst().reason())
                .contains("IllegalStateException")
                .doesNotContain("Nguyễn");
        assertThat(consumer.parkingLot.isParked(WordsView.NAME, sick.id())).isTrue();
        assertThat(consumer.parkingLot.isParked(WordsView.NAME, well.id())).isFalse();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reaction.seen(sick.id()))
                        .as("another consumer of the same dossier")
                        .containsExactly("1", "poison", "3"));

        Retried still = consumer.parkingLot.retry(WordsView.NAME, sick.id());
        assertThat(still.handled()).isZero();
        assertThat(still.failure()).contains("IllegalStateException");
        assertThat(parked(WordsView.NAME, sick).getFirst().attempts()).isEqualTo(2);

        view.heal("poison");
        Retried retried = consumer.parkingLot.retry(WordsView.NAME, sick.id());
        assertThat(retried).isEqualTo(new Retried(4, null));
        assertThat(words(sick)).containsExactly("1", "poison", "3", "c1", "c2");
        assertThat(consumer.position(WordsView.NAME, sick)).isEqualTo(3);

        append(owner.log, sick, 3, "4");
        publish(sick, 4);
        await().atMost(SOON).untilAsserted(() -> assertThat(words(sick)).endsWith("c2", "4"));
    }

    @Test
    void a_poisoned_event_leaves_no_trace_in_the_view() {
        StreamId sick = aDossier();
        append(owner.log, sick, 0, "poison");
        view.on("poison", ParkingContract::poison);
        publish(sick, 1);
        consumer.start();

        await().atMost(SOON).until(() -> parked(WordsView.NAME, sick).size() == 1);
        assertThat(words(sick)).isEmpty();
        assertThat(consumer.position(WordsView.NAME, sick)).isZero();
    }

    @Test
    void a_person_can_pass_over_an_event_and_it_is_kept_who_did_it() throws Exception {
        StreamId sick = aDossier();
        append(owner.log, sick, 0, "poison", "2", "3");
        reaction.on("poison", ParkingContract::poison);
        publish(sick, 1, 2, 3);
        consumer.start();
        await().atMost(SOON).until(() -> parked(WordsReaction.NAME, sick).size() == 3);

        assertThatThrownBy(() -> consumer.parkingLot.skip(
                        WordsReaction.NAME, sick.id(), sick.toString(), 2, "not the first", "admin-1"))
                .isInstanceOf(IllegalArgumentException.class);
        consumer.parkingLot.skip(WordsReaction.NAME, sick.id(), sick.toString(), 1, "agreed with the unit", "admin-1");
        assertThat(consumer.parkingLot.retry(WordsReaction.NAME, sick.id())).isEqualTo(new Retried(2, null));

        assertThat(reaction.seen(sick.id())).containsExactly("2", "3");
        assertThat(passedOver(WordsReaction.NAME)).containsExactly(sick + "@1 agreed with the unit admin-1");
    }

    @Test
    void an_event_that_this_version_does_not_know_parks_its_dossier() {
        StreamId newer = aDossier();
        StreamId well = aDossier();
        append(owner.log, newer, 0, "1");
        append(owner.log, well, 0, "x");
        ProducerRecord<String, byte[]> record = owner.records.write(
                "intake", owner.log.read(newer.toString(), 1, 1).getFirst());
        record.headers().remove("ce_type").add("ce_type", "vn.tthc.dossier.invented".getBytes(StandardCharsets.UTF_8));
        send(record);
        publish(well, 1);
        consumer.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(words(well)).containsExactly("x"));
        await().atMost(SOON).until(() -> parked(WordsView.NAME, newer).size() == 1);
        assertThat(parked(WordsView.NAME, newer).getFirst().reason())
                .isEqualTo("unknown event dossier.invented revision 1");
    }

    @Test
    void a_record_that_is_no_event_at_all_parks_its_key_and_can_be_passed_over() throws Exception {
        StreamId garbled = aDossier();
        StreamId well = aDossier();
        append(owner.log, garbled, 0, "1");
        append(owner.log, well, 0, "x");
        send(new ProducerRecord<>(Topics.DOSSIER, garbled.id(), "not JSON".getBytes(StandardCharsets.UTF_8)));
        publish(garbled, 1);
        publish(well, 1);
        consumer.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(words(well)).containsExactly("x"));
        await().atMost(SOON).until(() -> parked(WordsView.NAME, garbled).size() == 2);
        ParkedRecord unreadable = parked(WordsView.NAME, garbled).getFirst();
        assertThat(new String(unreadable.raw().value(), StandardCharsets.UTF_8)).isEqualTo("not JSON");
        assertThat(consumer.parkingLot.get(unreadable.id())).isPresent();

        consumer.parkingLot.skip(
                WordsView.NAME, garbled.id(), unreadable.stream(), unreadable.version(), "garbage", "admin-1");
        assertThat(consumer.parkingLot.retry(WordsView.NAME, garbled.id())).isEqualTo(new Retried(1, null));
        assertThat(words(garbled)).containsExactly("1");

        consumer.close();
        openConsumer();
        goBackToTheStart(WordsView.NAME);
        consumer.start();
        await().atMost(SOON).until(() -> consumer.counted("tthc.consumer.dropped", WordsView.NAME) >= 3);
        assertThat(parked(WordsView.NAME, garbled))
                .as("what was passed over comes again from an older offset")
                .isEmpty();
    }

    @Test
    void what_an_event_needs_may_come_later_and_keeps_no_other_dossier_waiting() {
        StreamId early = aDossier();
        StreamId other = aDossier();
        append(owner.log, early, 0, "needs a key", "2");
        append(owner.log, other, 0, "x");
        AtomicInteger tries = new AtomicInteger();
        reaction.on("needs a key", event -> {
            if (tries.incrementAndGet() < 3) {
                throw new NotYet("the key has not arrived");
            }
        });
        publish(early, 1, 2);
        publish(other, 1);
        consumer.start();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reaction.seen(other.id())).containsExactly("x"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reaction.seen(early.id())).containsExactly("needs a key", "2"));
        assertThat(tries.get()).isEqualTo(3);
        await().atMost(SOON).until(() -> consumer.held(WordsReaction.NAME) == 0);
    }

    @Test
    void what_never_comes_parks_the_dossier_after_some_tries() throws Exception {
        StreamId early = aDossier();
        append(owner.log, early, 0, "never", "2");
        AtomicInteger tries = new AtomicInteger();
        reaction.on("never", event -> {
            tries.incrementAndGet();
            throw new NotYet("the key has not arrived");
        });
        publish(early, 1, 2);
        consumer.start();

        await().atMost(SOON).until(() -> parked(WordsReaction.NAME, early).size() == 2);
        assertThat(tries.get()).isEqualTo(4);
        assertThat(consumer.held(WordsReaction.NAME)).isZero();
        reaction.on("never", event -> {});
        assertThat(consumer.parkingLot.retry(WordsReaction.NAME, early.id())).isEqualTo(new Retried(2, null));
        assertThat(reaction.seen(early.id())).containsExactly("never", "2");
    }

    @Test
    void parked_dossiers_are_listed_page_by_page() {
        view.on("poison", ParkingContract::poison);
        List<StreamId> sick = List.of(aDossier(), aDossier(), aDossier());
        sick.forEach(dossier -> {
            append(owner.log, dossier, 0, "poison");
            publish(dossier, 1);
        });
        consumer.start();
        await().atMost(SOON)
                .until(() -> sick.stream()
                        .allMatch(dossier -> parked(WordsView.NAME, dossier).size() == 1));

        List<ParkedRecord> all = consumer.parkingLot.list(0, 100);
        List<ParkedRecord> first = consumer.parkingLot.list(0, 2);
        List<ParkedRecord> rest = consumer.parkingLot.list(first.getLast().id(), 100);
        assertThat(first).hasSize(2);
        assertThat(all).extracting(ParkedRecord::id).isSorted();
        assertThat(rest).hasSize(all.size() - 2);
        assertThat(consumer.store.read(WordsView.NAME, ConsumerReads::parkedDossiers))
                .isGreaterThanOrEqualTo(3);
    }
}
