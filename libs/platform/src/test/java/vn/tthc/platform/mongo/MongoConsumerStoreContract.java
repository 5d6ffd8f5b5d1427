package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.consume.ConsumerReads;
import vn.tthc.platform.consume.ConsumerStore;
import vn.tthc.platform.consume.ConsumerStoreContract;
import vn.tthc.platform.consume.NextOffset;

/** The contract of consumers on some MongoDB, with a look at every command that is sent. */
abstract class MongoConsumerStoreContract extends ConsumerStoreContract {
    final IndexGuard guard = new IndexGuard();
    MongoConnection connection;

    /** The address of a database that nobody has used. */
    abstract String freshUri();

    @Override
    protected ConsumerStore open() {
        connection = MongoConnection.open(freshUri(), "test", List.of(guard));
        return new MongoConsumerStore(
                new MongoDocuments(connection, InstantSource.system()), new MongoSequences(connection));
    }

    @Override
    protected void close() {
        connection.close();
    }

    /** A broker that was restarted is a later leader, and what was read before that may be written after it. */
    @Test
    void a_place_goes_back_under_a_later_leader_alone() {
        TopicPartition partition = new TopicPartition("tthc.dossier", 3);
        assertThat(after(partition, new NextOffset(7, 1), new NextOffset(5, 0))).isEqualTo(new NextOffset(7, 1));
        assertThat(after(partition, new NextOffset(7, 1), new NextOffset(5, 1))).isEqualTo(new NextOffset(7, 1));
        assertThat(after(partition, new NextOffset(7, 1), new NextOffset(5, null)))
                .isEqualTo(new NextOffset(7, 1));
        assertThat(after(partition, new NextOffset(7, 1), new NextOffset(5, 2))).isEqualTo(new NextOffset(5, 2));
        assertThat(after(partition, new NextOffset(9, 2), new NextOffset(10, 2)))
                .isEqualTo(new NextOffset(10, 2));
    }

    private NextOffset after(TopicPartition partition, NextOffset... places) {
        for (NextOffset place : places) {
            store.write("offsets", 3, tx -> {
                tx.offset(partition, place);
                return place;
            });
        }
        return Objects.requireNonNull(
                store.read("offsets", ConsumerReads::offsets).get(partition));
    }

    @AfterEach
    void every_query_is_served_by_an_index_that_was_declared() {
        assertThat(guard.unserved()).isEmpty();
    }
}
