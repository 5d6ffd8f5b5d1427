package vn.tthc.platform.consume;

import vn.tthc.contracts.StreamId;
import vn.tthc.platform.web.PositionSource;

/**
 * Whether what follows from an event can be seen in this service: every reaction and projection that listens to its
 * topic has handled it. Where none listens there is nothing to wait for.
 */
public final class ConsumerPositions implements PositionSource {
    private final ConsumerLoops loops;
    private final ConsumerStore store;

    ConsumerPositions(ConsumerLoops loops, ConsumerStore store) {
        this.loops = loops;
        this.store = store;
    }

    @Override
    public boolean reached(String stream, long version) {
        String topic;
        try {
            topic = StreamId.parse(stream).type().topic();
        } catch (IllegalArgumentException e) {
            return false;
        }
        return loops.all().stream()
                .filter(loop -> loop.topics().contains(topic))
                .allMatch(loop -> store.read(loop.name(), reads -> reads.position(stream)) >= version);
    }
}
