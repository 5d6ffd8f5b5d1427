package vn.tthc.platform.event.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.relay.TopicFacts;

/** The AsyncAPI document is what the code publishes, and is one by the official schema of AsyncAPI 3. */
class AsyncApiTest {
    private static final Path ROOT = Path.of("../../docs/events");
    private static final Folder FOLDER = new Folder(ROOT);

    @Test
    void the_document_says_what_the_code_publishes() {
        assertThat(FOLDER.text(AsyncApi.FILE))
                .as("docs/events/asyncapi.yaml is stale: run ./tthc events and commit what it changes")
                .contains(AsyncApi.write(FOLDER));
    }

    @Test
    void the_document_is_valid_by_the_official_schema() throws IOException {
        assertThat(official().validate(document())).isEmpty();
    }

    @Test
    void the_official_schema_would_notice() throws IOException {
        JsonNode wrong = document().deepCopy();
        wrong.path("channels").path(Topics.CASE).withObject("").put("adress", "misspelt");
        assertThat(official().validate(wrong)).isNotEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode document = document();
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            if (reference.startsWith("#/")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Files.exists(ROOT.resolve(reference))).as(reference).isTrue();
            }
        });
    }

    @Test
    void every_topic_is_told_with_its_partitions_and_events_stay_for_ever() {
        JsonNode channels = document().path("channels");
        for (TopicFacts topic : TopicFacts.all()) {
            JsonNode kafka = channels.path(topic.topic()).path("bindings").path("kafka");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        }
        for (StreamType type : StreamType.values()) {
            assertThat(channels.path(type.topic())
                            .at("/bindings/kafka/topicConfiguration/retention.ms")
                            .asLong())
                    .isEqualTo(-1);
        }
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(part -> collect(part, references));
    }

    private static JsonNode document() {
        return AsyncApi.read(FOLDER.text(AsyncApi.FILE).orElseThrow());
    }

    private static Schema official() throws IOException {
        try (InputStream schema = AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            assertThat(schema).isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Folder.PRETTY.readTree(schema));
        }
    }
}
