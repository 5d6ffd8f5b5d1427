package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.consume.sqlite.SqliteConsumerStore;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

class ConsumerStoreTest {
    private static final String ME = "words";
    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("tthc.dossier", 3);

    private SqliteDatabase database;
    private ConsumerStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = SqliteDatabase.open(folder.resolve("query.db"), 100);
        store = new SqliteConsumerStore(database, new SqliteDocuments(database));
    }

    @AfterEach
    void close() {
        database.close();
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
}
