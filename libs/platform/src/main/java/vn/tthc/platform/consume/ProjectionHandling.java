package vn.tthc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.platform.relay.ControlPublisher;

/** A view: a whole batch with its positions and offsets in one transaction. */
final class ProjectionHandling extends Handling {

    ProjectionHandling(
            String consumer, ConsumerStore store, Steps steps, Located.Finder finder, ControlPublisher control) {
        super(consumer, store, steps, finder, control);
    }

    @Override
    void batch(List<Located> records, Map<TopicPartition, NextOffset> next) {
        store.write(consumer, tx -> {
            Unit unit = Unit.in(tx);
            records.forEach(record -> steps.take(unit, record));
            next.forEach(tx::offset);
            return true;
        });
    }

    @Override
    Optional<RepublishRequested> again(Waiting waiting) {
        return store.write(consumer, tx -> steps.again(Unit.in(tx), waiting));
    }

    @Override
    Optional<String> retry(ParkedRecord parked) {
        return store.write(consumer, tx -> steps.retry(Unit.in(tx), parked));
    }
}
