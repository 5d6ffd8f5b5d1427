package vn.tthc.platform.event.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.published.Folder.Revision;

/** The gate can fail: a published revision is broken in each way there is, and the gate names it. */
class BreakingOnPurposeTest {
    private static final Revision RECEIVED = new Revision(Topics.DOSSIER, "dossier.received", 1);
    private static final Revision ITEM_OPENED = new Revision(Topics.POSTAL, "item.opened", 1);

    @TempDir
    Path temporary;

    private Folder folder;
    private final Map<Revision, JsonNode> code = new HashMap<>();

    @BeforeEach
    void publishTwoRevisions() {
        folder = new Folder(temporary);
        EventSchemas schemas = new EventSchemas();
        for (Message message : Message.all()) {
            Revision revision = Revision.of(message);
            if (revision.equals(RECEIVED) || revision.equals(ITEM_OPENED)) {
                JsonNode schema = schemas.of(message);
                folder.write(revision.path(), Folder.pretty(schema));
                folder.write(revision.example(), Folder.pretty(Examples.of(message.shape())));
                code.put(revision, schema);
            }
        }
        folder.publish(new TreeSet<>(code.keySet()));
    }

    @Test
    void nothing_is_broken_before() {
        assertThat(gate().broken()).isEmpty();
    }

    @Test
    void a_field_that_is_removed_is_named() {
        change(RECEIVED, schema -> properties(schema).remove("dueAt"));
        assertThat(gate().broken()).containsExactly(RECEIVED + ": dueAt is gone");
    }

    @Test
    void a_field_of_a_part_that_is_removed_is_named_with_its_way() {
        change(RECEIVED, schema -> properties(part(schema, "AgencyRef")).remove("nameEn"));
        assertThat(gate().broken()).anySatisfy(text -> assertThat(text).contains("receiving.nameEn is gone"));
    }

    @Test
    void a_field_that_is_retyped_is_named() {
        change(RECEIVED, schema -> properties(schema).putObject("code").put("type", "integer"));
        assertThat(gate().broken()).containsExactly(RECEIVED + ": code was string and is integer");
    }

    @Test
    void a_new_required_field_is_named() {
        change(RECEIVED, schema -> {
            properties(schema).putObject("counter").put("type", "string");
            ((ArrayNode) schema.get("required")).add("counter");
        });
        assertThat(gate().broken())
                .containsExactly(RECEIVED + ": counter is required now, and older data may not have it");
    }

    @Test
    void a_field_that_becomes_required_is_named() {
        change(RECEIVED, schema -> ((ArrayNode) schema.get("required")).add("dueAt"));
        assertThat(gate().broken())
                .containsExactly(RECEIVED + ": dueAt is required now, and older data may not have it");
    }

    @Test
    void a_field_that_may_be_missing_all_at_once_is_named() {
        change(RECEIVED, schema -> {
            ArrayNode required = (ArrayNode) schema.get("required");
            for (int i = 0; i < required.size(); i++) {
                if (required.get(i).asString().equals("code")) {
                    required.remove(i);
                }
            }
        });
        assertThat(gate().broken()).containsExactly(RECEIVED + ": code was always there and now may be missing");
    }

    @Test
    void a_value_of_an_enum_that_is_removed_is_named() {
        change(ITEM_OPENED, schema -> ((ArrayNode) part(schema, "Purpose").get("enum")).remove(0));
        assertThat(gate().broken()).containsExactly(ITEM_OPENED + ": purpose can no longer be INBOUND_DOSSIER");
    }

    @Test
    void a_revision_the_code_deletes_is_named() {
        code.remove(RECEIVED);
        assertThat(gate().broken())
                .containsExactly(RECEIVED + ": the code has deleted it; its events are in logs for ever");
    }

    @Test
    void a_schema_that_is_deleted_from_the_folder_is_named() throws Exception {
        Files.delete(temporary.resolve(RECEIVED.path()));
        assertThat(gate().broken()).containsExactly(RECEIVED + ": its schema is gone from the folder");
    }

    @Test
    void a_revision_that_is_raised_breaks_nothing_while_the_older_one_stays() throws Exception {
        Revision raised = new Revision(Topics.DOSSIER, "dossier.received", 2);
        code.put(raised, code.remove(RECEIVED));
        change(raised, schema -> properties(schema).remove("dueAt"));
        assertThat(gate().broken()).isEmpty();
        Files.delete(temporary.resolve(RECEIVED.example()));
        assertThat(gate().broken()).containsExactly(RECEIVED + ": its example is gone from the folder");
    }

    @Test
    void an_additive_change_breaks_nothing_and_is_written() {
        change(RECEIVED, schema -> properties(schema).putObject("counter").put("type", "string"));
        assertThat(gate().broken()).isEmpty();
        assertThat(gate().stale()).containsExactly(RECEIVED.path());
        String example = folder.text(RECEIVED.example()).orElseThrow();
        gate().write();
        assertThat(gate().stale()).isEmpty();
        assertThat(folder.text(RECEIVED.example()))
                .as("an old example stays as it was")
                .contains(example);
    }

    @Test
    void a_breaking_change_is_not_written() {
        change(RECEIVED, schema -> properties(schema).remove("dueAt"));
        String before = folder.text(RECEIVED.path()).orElseThrow();
        assertThatThrownBy(() -> gate().write()).hasMessageContaining("raise the revision");
        assertThat(folder.text(RECEIVED.path())).contains(before);
    }

    @Test
    void a_draft_may_still_change_and_vanish() {
        folder.publish(new TreeSet<>());
        change(RECEIVED, schema -> properties(schema).remove("dueAt"));
        code.remove(ITEM_OPENED);
        gate().write();
        assertThat(gate().broken()).isEmpty();
        assertThat(folder.revisions()).containsExactly(RECEIVED);
    }

    @Test
    void every_kind_of_stream_has_its_events_on_one_topic() {
        assertThat(Message.all())
                .filteredOn(Message::event)
                .allSatisfy(message -> assertThat(StreamType.values()).anySatisfy(kind -> {
                    assertThat(message.type()).startsWith(kind.prefix() + ".");
                    assertThat(message.topic()).isEqualTo(kind.topic());
                }));
    }

    private Contract gate() {
        return new Contract(folder, code);
    }

    private void change(Revision revision, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) code.get(revision));
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static JsonNode part(JsonNode schema, String type) {
        return schema.get("$defs").get(type);
    }
}
