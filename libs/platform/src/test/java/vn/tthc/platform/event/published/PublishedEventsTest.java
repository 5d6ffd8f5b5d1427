package vn.tthc.platform.event.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.event.published.Folder.Revision;

/**
 * The gate: {@code docs/events} is the published contract, and the code keeps it. Run by {@code ./tthc events} with
 * {@code events.write=true} it brings the folder up to date, with {@code publish} it also promises what stands there.
 */
class PublishedEventsTest {
    private static final String COMMAND = "the folder docs/events is not what the code writes; run ./tthc events (or"
            + " ./mvnw -pl libs/platform -am test -Dtest=PublishedEventsTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Devents.write=true) and commit what it changes";

    private static final Folder FOLDER = new Folder(Path.of("../../docs/events"));
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final EventJson json = new EventJson();

    @BeforeAll
    static void write() {
        String wish = System.getProperty("events.write", "false");
        Contract contract = new Contract(FOLDER, Message.all());
        if (wish.equals("true")) {
            contract.write();
        } else if (wish.equals("publish")) {
            contract.publish();
        }
    }

    static Stream<Revision> revisions() {
        return FOLDER.revisions().stream();
    }

    static Stream<Revision> events() {
        return revisions().filter(revision -> revision.type().contains("."));
    }

    @Test
    void no_published_revision_is_broken() {
        assertThat(new Contract(FOLDER, Message.all()).broken())
                .as("a published revision never breaks: keep it, and raise the revision with an upcaster (see"
                        + " CONTRIBUTING.md)")
                .isEmpty();
    }

    @Test
    void the_folder_says_what_the_code_writes() {
        assertThat(new Contract(FOLDER, Message.all()).stale()).as(COMMAND).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void an_example_is_as_its_schema_says(Revision revision) {
        Schema schema = SCHEMAS.getSchema(read(revision.path()));
        assertThat(schema.validate(read(revision.example()))).isEmpty();
        assertThat(schema.validate(Folder.PRETTY.createObjectNode()))
                .as("a schema that takes an empty object says nothing")
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void every_message_and_every_field_of_an_event_says_what_it_is(Revision revision) {
        JsonNode schema = read(revision.path());
        assertThat(schema.path("description").asString("")).isNotBlank();
        schema.path("$defs")
                .properties()
                .forEach(type -> assertThat(type.getValue().path("description").asString(""))
                        .as(type.getKey())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_example_of_any_revision_is_read_upcast_and_keeps_what_it_said(Revision revision) {
        JsonNode example = read(revision.example());
        var event =
                json.read(revision.type(), revision.revision(), json.mapper().writeValueAsBytes(example));
        assertThat(json.type(event.getClass()).value()).isEqualTo(revision.type());
        if (json.type(event.getClass()).revision() == revision.revision()) {
            assertThat(json.mapper().readTree(json.write(event))).isEqualTo(example);
        }
    }

    @Test
    void everything_published_has_a_schema_an_example_and_a_place_in_the_list() {
        List<Revision> current = Message.all().stream().map(Revision::of).toList();
        assertThat(FOLDER.revisions()).containsAll(current);
        assertThat(FOLDER.revisions()).containsAll(FOLDER.published());
    }

    private static JsonNode read(String path) {
        return FOLDER.json(path).orElseThrow(() -> new AssertionError(path + " is missing; " + COMMAND));
    }
}
