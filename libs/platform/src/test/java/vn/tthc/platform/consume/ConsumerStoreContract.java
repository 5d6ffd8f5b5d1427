package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of consumers promises. */
public abstract class ConsumerStoreContract {
    private static final String ME = "words";
    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("tthc.dossier", 3);

    protected ConsumerStore store;

    protected abstract ConsumerStore open() throws Exception;

    protected abstract void close() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() throws Exception {
        close();
    }

    private static RawRecord raw(long offset) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_id", "mã".getBytes(StandardCharsets.UTF_8))
                .add("empty", new byte[0])
                .add("none", null);
        headers.add("ce_id", "twice".getBytes(StandardCharsets.UTF_8));
        return new RawRecord("tthc.dossier", 3, offset, "d", headers, new byte[] {0, 1, (byte) 0xff});
    }

    @Test
    void an_unknown_epoch_stays_unknown() {
        store.write(ME, tx -> {
            tx.offset(PARTITION, new NextOffset(9, null));
            return true;
        });
        assertThat(store.read(ME, ConsumerReads::offsets)).containsEntry(PARTITION, new NextOffset(9, null));
        store.write(ME, tx -> {
            tx.offset(PARTITION, new NextOffset(10, 0));
            return true;
        });
        assertThat(store.read(ME, ConsumerReads::offsets)).containsEntry(PARTITION, new NextOffset(10, 0));
        assertThat(store.read("another", ConsumerReads::offsets)).isEmpty();
    }

    @Test
    void a_position_never_goes_back() {
        store.write(ME, tx -> {
            tx.advance("dossier-7", 3);
            tx.advance("dossier-7", 2);
            return true;
        });
        assertThat(store.<Long>read(ME, reads -> reads.position("dossier-7"))).isEqualTo(3);
        assertThat(store.<Long>read(ME, reads -> reads.position("dossier-8"))).isZero();
    }

    @Test
    void a_record_comes_out_as_it_went_in() {
        store.write(ME, tx -> {
            tx.hold("d", "dossier-7", 2, raw(5), NOW);
            return true;
        });
        RawRecord read = store.read(ME, reads -> reads.held("dossier-7", 2)).orElseThrow();
        assertThat(read.headers()).isEqualTo(raw(5).headers());
        assertThat(read.value()).isEqualTo(raw(5).value());
        assertThat(read).usingRecursiveComparison().ignoringFields("headers").isEqualTo(raw(5));
    }

    @Test
    void what_is_held_of_a_dossier_is_parked_in_version_order_behind_what_is_parked_already() {
        store.write(ME, tx -> {
            tx.hold("d", "dossier-7", 10, raw(1), NOW);
            tx.hold("d", "dossier-7", 9, raw(2), NOW);
            tx.hold("other", "dossier-8", 2, raw(3), NOW);
            tx.await(new Waiting("dossier-7", "d", 0, NOW, NOW));
            tx.park("d", "case-7", 1, raw(4), "poison", 1, NOW);
            tx.park("d", "case-7", 1, raw(5), "the same once more", 1, NOW);
            tx.parkHeld("d", "an earlier one", NOW);
            return true;
        });
        assertThat(store.<List<ParkedRecord>>read(ME, reads -> reads.parked("d", 10)))
                .extracting(record -> record.stream() + "@" + record.version())
                .containsExactly("case-7@1", "dossier-7@9", "dossier-7@10");
        assertThat(store.<Long>read(ME, ConsumerReads::heldCount)).isEqualTo(1);
        assertThat(store.<List<Waiting>>read(ME, reads -> reads.due(NOW, 10))).isEmpty();
    }

    @Test
    void an_attempt_that_fails_leaves_the_rest_of_the_transaction_standing() {
        store.write(ME, tx -> {
            tx.advance("dossier-1", 1);
            assertThatThrownBy(() -> tx.attempt(() -> {
                        tx.advance("dossier-2", 1);
                        throw new IllegalStateException("poison");
                    }))
                    .hasMessage("poison");
            tx.attempt(() -> tx.advance("dossier-3", 1));
            return true;
        });
        assertThat(store.<Long>read(ME, reads -> reads.position("dossier-1"))).isEqualTo(1);
        assertThat(store.<Long>read(ME, reads -> reads.position("dossier-2"))).isZero();
        assertThat(store.<Long>read(ME, reads -> reads.position("dossier-3"))).isEqualTo(1);
    }

    @Test
    void a_parked_record_is_looked_at_tried_and_taken_out() {
        store.write(ME, tx -> {
            tx.park("d", "case-7", 1, raw(4), "poison", 1, NOW);
            tx.park("d", "case-7", 2, raw(5), "behind it", 0, NOW);
            return true;
        });
        assertThat(store.<Boolean>read(ME, reads -> reads.isParked("d"))).isTrue();
        assertThat(store.<Boolean>read("another", reads -> reads.isParked("d"))).isFalse();
        List<ParkedRecord> parked = store.parked(0, 10);
        assertThat(parked).extracting(ParkedRecord::version).containsExactly(1L, 2L);
        assertThat(store.parked(parked.getFirst().id(), 10))
                .extracting(ParkedRecord::version)
                .containsExactly(2L);
        assertThat(store.<Long>read(ME, ConsumerReads::parkedDossiers)).isEqualTo(1);

        store.write(ME, tx -> {
            tx.failedAgain(parked.getFirst().id(), "still poison");
            return true;
        });
        assertThat(store.parked(parked.getFirst().id()))
                .hasValueSatisfying(record -> assertThat(record.attempts()).isEqualTo(2));
        store.write(ME, tx -> {
            tx.unpark(parked.getFirst().id());
            tx.skipped(parked.getFirst(), "on purpose", "somebody", NOW);
            tx.unpark(parked.getLast().id());
            return true;
        });

        assertThat(store.parked(0, 10)).isEmpty();
        assertThat(store.<Boolean>read(ME, reads -> reads.isParked("d"))).isFalse();
        assertThat(store.skipped(ME)).containsExactly("case-7@1");
        store.inherit(ME, "heir");
        store.inherit(ME, "heir");
        assertThat(store.skipped("heir")).containsExactly("case-7@1");
        assertThat(store.skipped(ME)).containsExactly("case-7@1");
        store.retire(ME, "heir");
        assertThat(store.skipped("heir")).containsExactly("case-7@1");
        assertThat(store.skipped(ME)).isEmpty();
    }

    @Test
    void what_is_held_is_released_up_to_a_version_and_what_waits_is_due_in_order() {
        store.write(ME, tx -> {
            for (long version = 2; version <= 5; version++) {
                tx.hold("d", "dossier-7", version, raw(version), NOW);
            }
            tx.await(new Waiting("dossier-7", "d", 0, NOW.plusSeconds(2), NOW));
            tx.await(new Waiting("dossier-8", "e", 0, NOW.plusSeconds(1), NOW));
            return true;
        });
        store.write(ME, tx -> {
            tx.release("dossier-7", 3);
            assertThat(tx.firstHeld("dossier-7")).hasValue(4);
            tx.await(new Waiting("dossier-7", "d", 3, NOW.plusSeconds(3), NOW.plusSeconds(1)));
            return true;
        });

        assertThat(store.<java.util.OptionalLong>read(ME, reads -> reads.firstHeld("dossier-7")))
                .hasValue(4);
        assertThat(store.<Long>read(ME, ConsumerReads::heldCount)).isEqualTo(2);
        assertThat(store.<List<Waiting>>read(ME, reads -> reads.due(NOW.plusSeconds(3), 10)))
                .containsExactly(
                        new Waiting("dossier-8", "e", 0, NOW.plusSeconds(1), NOW),
                        new Waiting("dossier-7", "d", 3, NOW.plusSeconds(3), NOW));
        assertThat(store.<List<Waiting>>read(ME, reads -> reads.due(NOW.plusSeconds(2), 10)))
                .hasSize(1);
        store.write(ME, tx -> {
            tx.awaitNothing("dossier-7");
            return true;
        });
        assertThat(store.<Optional<Waiting>>read(ME, reads -> reads.waiting("dossier-7")))
                .isEmpty();
        store.forget(ME);
        assertThat(store.<Long>read(ME, ConsumerReads::heldCount)).isZero();
    }
}
