package vn.tthc.platform.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.relay.TopicRules.Rule;

/**
 * Creates the topics that are missing and refuses to run with one that is not as it must be. A broker that is away is
 * waited for in the background: commands go on without Kafka.
 */
public final class TopicsSetup implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsSetup.class);
    private static final long ANSWER_MILLIS = 10_000;
    private static final Duration AT_START = Duration.ofSeconds(3);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

    private final Admin admin;
    private final int replication;
    private final Readiness readiness;
    private final Consumer<String> refuse;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String complaint;
    private volatile boolean startOver;

    /**
     * A set-up.
     *
     * @param admin client of the cluster
     * @param replication replicas per partition
     * @param readiness told when all topics are as they must be
     * @param refuse called with one sentence when a running service must not go on
     */
    TopicsSetup(Admin admin, int replication, Readiness readiness, Consumer<String> refuse) {
        this.admin = admin;
        this.replication = replication;
        this.readiness = readiness;
        this.refuse = refuse;
    }

    private void run() {
        int failed = 0;
        try {
            while (!readiness.isReady() && complaint == null) {
                try {
                    ensure();
                } catch (KafkaException | TimeoutException e) {
                    failed++;
                    LOG.warn("Kafka does not answer yet; commands are taken and published later: {}", e.toString());
                    TimeUnit.MILLISECONDS.sleep(BACKOFF.after(failed).toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String wrong = complaint;
        if (wrong != null && startOver) {
            refuse.accept(wrong);
        }
    }

    private void ensure() throws InterruptedException, TimeoutException {
        create();
        List<String> names = TopicRules.all().stream().map(Rule::topic).toList();
        Map<String, TopicDescription> topics = get(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = get(
                admin.describeConfigs(names.stream().map(TopicsSetup::resource).toList())
                        .all());
        Optional<String> wrong = TopicRules.all().stream()
                .flatMap(rule -> rule
                        .complaint(
                                Objects.requireNonNull(topics.get(rule.topic())),
                                Objects.requireNonNull(configs.get(resource(rule.topic()))),
                                replication)
                        .stream())
                .findFirst();
        if (wrong.isPresent()) {
            complaint = wrong.get();
        } else {
            readiness.ready();
        }
    }

    private void create() throws InterruptedException, TimeoutException {
        Set<String> present = get(admin.listTopics().names());
        List<Rule> missing = TopicRules.all().stream()
                .filter(rule -> !present.contains(rule.topic()))
                .toList();
        Map<String, KafkaFuture<Void>> created = admin.createTopics(
                        missing.stream().map(rule -> rule.create(replication)).toList())
                .values();
        for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
            try {
                get(topic.getValue());
            } catch (TopicExistsException e) {
                // Another service was faster; what it made is checked like any other.
                LOG.debug("Topic {} has just been created", topic.getKey());
            }
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException, TimeoutException {
        try {
            return answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("the broker's answer was an error", e.getCause());
        }
    }

    @Override
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        Thread started = Thread.ofPlatform().name("topics").start(this::run);
        thread = started;
        try {
            if (!started.join(AT_START)) {
                LOG.warn("Kafka did not answer within {}; this service starts without it", AT_START);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        startOver = true;
        if (complaint != null) {
            throw new IllegalStateException(complaint);
        }
    }

    @Override
    public synchronized void stop() {
        Threads.stop(thread, STOP);
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the relay and the consumers, which need the topics. */
    @Override
    public int getPhase() {
        return FlowPhases.TOPICS;
    }
}
