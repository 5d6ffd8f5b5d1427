package vn.tthc.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.testing.TestBroker;

class TopicsSetupTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void a_service_starts_without_the_broker_and_finds_the_topics_made_when_it_comes() throws Exception {
        try (TestBroker broker = TestBroker.absent();
                Admin admin = admin(broker)) {
            Readiness readiness = new Readiness();
            TopicsSetup setup = new TopicsSetup(admin, 1, readiness, complaint -> {});
            setup.start();
            assertThat(readiness.isReady()).isFalse();

            broker.comeBack();
            await().atMost(SOON).until(readiness::isReady);
            setup.stop();

            var topics = admin.describeTopics(TopicRules.all().stream()
                            .map(TopicRules.Rule::topic)
                            .toList())
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS);
            assertThat(topics.get(Topics.DOSSIER).partitions()).hasSize(Topics.PARTITIONS);
            assertThat(topics.get(Topics.CONTROL).partitions()).hasSize(1);
            assertThat(setting(admin, Topics.CASE, "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, Topics.PERSON_KEYS, "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, Topics.CONTROL, "retention.ms")).isEqualTo("86400000");
        }
    }

    @Test
    void a_topic_that_would_lose_events_or_order_keeps_the_service_from_starting() throws Exception {
        try (TestBroker broker = TestBroker.start();
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(Topics.POSTAL, Optional.of(3), Optional.empty())
                            .configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get(10, TimeUnit.SECONDS);
            TopicsSetup wrong = new TopicsSetup(admin, 1, new Readiness(), complaint -> {});
            assertThatThrownBy(wrong::start)
                    .hasMessage("Kafka topic tthc.postal has 3 partitions instead of 12; correct it (never by changing"
                            + " the number of partitions of a topic in use) before this service is started.");
            wrong.stop();
        }
    }

    @Test
    void a_wrong_topic_that_is_seen_only_later_stops_the_running_service() throws Exception {
        try (TestBroker broker = TestBroker.start();
                Admin admin = admin(broker)) {
            Readiness first = new Readiness();
            TopicsSetup made = new TopicsSetup(admin, 1, first, complaint -> {});
            made.start();
            await().atMost(SOON).until(first::isReady);
            made.stop();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.CASE),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "604800000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get(10, TimeUnit.SECONDS);

            broker.goAway();
            AtomicReference<String> refusal = new AtomicReference<>();
            Readiness readiness = new Readiness();
            TopicsSetup setup = new TopicsSetup(admin, 1, readiness, refusal::set);
            setup.start();
            broker.comeBack();

            await().atMost(SOON).until(() -> refusal.get() != null);
            assertThat(refusal.get()).contains("tthc.case has retention.ms=604800000 instead of -1");
            assertThat(readiness.isReady()).isFalse();
            setup.stop();
        }
    }

    private static Admin admin(TestBroker broker) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()));
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get(10, TimeUnit.SECONDS)
                .get(resource)
                .get(name)
                .value();
    }
}
