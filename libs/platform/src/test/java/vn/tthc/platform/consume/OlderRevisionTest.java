package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.command.RecentStreams;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.event.UnknownEvent;
import vn.tthc.platform.event.Upcaster;
import vn.tthc.platform.event.Upcasters;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.sqlite.SqliteDatabase;

/** One chain of steps serves the log and the consumers; an event that was raised twice is read in all three shapes. */
class OlderRevisionTest {
    private static final String TYPE = "dossier.shelved";
    private static final Instant WHEN = Instant.parse("2026-03-02T05:00:00Z");
    private static final StreamId STREAM = StreamId.dossier("7");

    sealed interface ShelfEvent extends TthcEvent {
        @EventType(value = TYPE, revision = 3)
        record Shelved(Instant occurredAt, String room, int shelf, List<String> labels) implements ShelfEvent {}
    }

    /** Revision 1 had a place such as "B2/14", 2 told room and shelf apart, 3 has labels. */
    private static final Upcaster TELL_APART = new Upcaster(TYPE, 1, data -> {
        String[] place = data.remove("place").asString().split("/");
        return data.put("room", place[0]).put("shelf", Integer.parseInt(place[1]));
    });

    private static final Upcaster LABELS = new Upcaster(TYPE, 2, data -> {
        data.putArray("labels").add("old");
        return data;
    });

    private static final String FIRST = "{\"occurredAt\":\"2026-03-02T05:00:00Z\",\"place\":\"B2/14\"}";
    private static final String SECOND = "{\"occurredAt\":\"2026-03-02T05:00:00Z\",\"room\":\"C1\",\"shelf\":3}";
    private static final String THIRD =
            "{\"occurredAt\":\"2026-03-02T05:00:00Z\",\"room\":\"D\",\"shelf\":9,\"labels\":[\"new\"]}";

    private static final List<TthcEvent> LIFTED = List.of(
            new ShelfEvent.Shelved(WHEN, "B2", 14, List.of("old")),
            new ShelfEvent.Shelved(WHEN, "C1", 3, List.of("old")),
            new ShelfEvent.Shelved(WHEN, "D", 9, List.of("new")));

    @TempDir
    private Path folder;

    private final EventJson json = new EventJson(List.of(ShelfEvent.class), new Upcasters(List.of(TELL_APART, LABELS)));
    private SqliteDatabase database;
    private EventLog log;

    @BeforeEach
    void aLogThatHasSeenThreeRevisions() {
        database = SqliteDatabase.open(folder.resolve("log.db"), 1_000);
        log = new SqliteEventLog(database, InstantSource.fixed(WHEN), json);
        List<NewEvent> events = List.of(event(1, FIRST), event(2, SECOND), event(3, THIRD));
        Provenance somebody = new Provenance(new Actor("a", Set.of(), null), Origin.LIVE, "c", null, null, null);
        log.append(new Commit(STREAM, 0, "command", null, null, somebody, events));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_stream_is_folded_in_the_newest_shape_only() {
        List<TthcEvent> folded = new Streams(new RecentStreams(log, json), json)
                .load(STREAM, new ArrayList<TthcEvent>(), (all, event) -> {
                    all.add(event);
                    return all;
                })
                .state();
        assertThat(folded).isEqualTo(LIFTED);
    }

    @Test
    void a_consumer_is_given_the_newest_shape_and_the_revision_that_was_published() {
        EventRecords records = new EventRecords(json);
        Located.Finder finder = new Located.Finder(records, json);
        List<ReceivedEvent> received = log.read(STREAM.toString(), 1, 10).stream()
                .map(event -> raw(records.write("intake", event)))
                .map(raw -> finder.find(raw).event())
                .toList();
        assertThat(received).extracting(ReceivedEvent::event).isEqualTo(LIFTED);
        assertThat(received).extracting(event -> event.envelope().revision()).containsExactly(1, 2, 3);
    }

    @Test
    void lifting_changes_no_stored_byte() {
        new Streams(new RecentStreams(log, json), json).load(STREAM, 0, (count, event) -> count + 1);
        assertThat(log.read(STREAM.toString(), 1, 10))
                .extracting(event -> new String(event.data(), StandardCharsets.UTF_8))
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void a_revision_from_the_future_or_none_at_all_is_refused() {
        assertThatThrownBy(() -> json.read(TYPE, 4, bytes(THIRD))).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> json.read(TYPE, 0, bytes(THIRD))).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void a_chain_with_a_hole_does_not_start() {
        assertThatThrownBy(() -> new EventJson(List.of(ShelfEvent.class), new Upcasters(List.of(LABELS))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dossier.shelved from revision 1");
    }

    @Test
    void two_steps_from_one_revision_are_refused() {
        assertThatThrownBy(() -> new Upcasters(List.of(LABELS, LABELS))).hasMessageContaining("two steps");
    }

    private static NewEvent event(int revision, String data) {
        return new NewEvent("e-" + revision, TYPE, revision, WHEN, Audience.AGENCY, STREAM.id(), bytes(data));
    }

    private static RawRecord raw(ProducerRecord<String, byte[]> written) {
        return new RawRecord(written.topic(), 0, 0, written.key(), written.headers(), written.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
