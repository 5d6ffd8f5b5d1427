package vn.tthc.platform.consume;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.relay.OwnTopics;

/** Collects {@link Progress}. */
public final class ProgressReport {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressReport.class);

    private final String service;
    private final EventLog log;
    private final OwnTopics ownTopics;
    private final ConsumerLoops loops;
    private final ConsumerStore store;

    ProgressReport(String service, EventLog log, OwnTopics ownTopics, ConsumerLoops loops, ConsumerStore store) {
        this.service = service;
        this.log = log;
        this.ownTopics = ownTopics;
        this.loops = loops;
        this.store = store;
    }

    /** How far everything has flowed now. The backlog is read before the ends, so that together they never say too much. */
    public Progress now() throws InterruptedException {
        long unpublished = log.backlog().commits();
        Map<String, Map<Integer, Long>> topics = new TreeMap<>();
        boolean answers = true;
        try {
            topics.putAll(ownTopics.ends());
        } catch (KafkaException e) {
            answers = false;
            LOG.warn("The ends of the topics are not known: {}", e.toString());
        }
        Map<String, Map<String, Map<Integer, Long>>> consumers = new TreeMap<>();
        long held = 0;
        long parked = 0;
        for (ConsumerLoop loop : loops.all()) {
            consumers.put(loop.name(), loop.offsets().byTopic());
            held += store.read(loop.name(), ConsumerReads::heldCount);
            parked += store.read(loop.name(), ConsumerReads::parkedDossiers);
        }
        return new Progress(service, unpublished, answers, topics, consumers, held, parked);
    }
}
