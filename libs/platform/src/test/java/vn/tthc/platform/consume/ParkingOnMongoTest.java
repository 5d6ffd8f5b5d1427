package vn.tthc.platform.consume;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoPlace;
import vn.tthc.platform.store.Find;

/** On MongoDB, by partitions that Kafka gives out. */
class ParkingOnMongoTest extends ParkingContract {
    private final Map<String, String> uris = new HashMap<>();
    private MongoPlace mongo;

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    @BeforeAll
    void startMongo() {
        mongo = place();
    }

    @AfterAll
    void stopMongo() {
        mongo.close();
    }

    @Override
    void openConsumer() {
        // Who opens once more finds what was there.
        String uri = uris.computeIfAbsent(file.toString(), key -> mongo.freshUri());
        consumer =
                new ConsumeStack(broker.bootstrap(), ConsumeStack.OnMongo.open(uri), List.of(view), List.of(reaction));
    }

    @Override
    List<String> passedOver(String name) {
        return consumer
                .documents
                .find(new Find(
                        "consumer_skipped", "by_consumer", Map.of("consumer", name), null, null, false, null, 10))
                .documents()
                .stream()
                .map(document -> JsonMapper.shared().readTree(document.json()))
                .map(ParkingOnMongoTest::told)
                .toList();
    }

    private static String told(JsonNode skip) {
        return skip.path("stream").asString()
                + "@"
                + skip.path("version").asLong()
                + " "
                + skip.path("skipReason").asString()
                + " "
                + skip.path("actor").asString();
    }

    /** An offset does not fall here, so that nobody who was given up for dead takes the others back: it is taken away. */
    @Override
    void goBackToTheStart(String name) {
        consumer.documents.write(writer -> {
            for (String topic : view.topics()) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    writer.delete("consumer_offsets", name + "|" + topic + "|" + partition);
                }
            }
            return true;
        });
    }
}
