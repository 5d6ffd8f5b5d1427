package vn.tthc.platform.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;

/** Commits for tests. */
public final class Commits {
    public static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Provenance BY_A_CLERK = new Provenance(
            new Actor("clerk-1", Set.of(Role.RECEPTION_OFFICER), "68@2025-07-01"),
            Origin.LIVE,
            "correlation",
            null,
            null,
            null);

    private Commits() {}

    public static StreamId aStream() {
        return StreamId.dossier(UUID.randomUUID().toString());
    }

    public static Commit of(StreamId stream, long expected, String... texts) {
        return commit(stream, expected, UUID.randomUUID().toString(), null, texts);
    }

    public static Commit commit(
            StreamId stream, long expected, String commandId, @Nullable Cause cause, String... texts) {
        List<NewEvent> events = List.of(texts).stream()
                .map(text -> new NewEvent(
                        UUID.randomUUID().toString(),
                        "test.said",
                        1,
                        NOON,
                        Audience.INTERNAL,
                        stream.id(),
                        ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new Commit(stream, expected, commandId, null, cause, BY_A_CLERK, events);
    }

    public static String[] texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "event " + i).toArray(String[]::new);
    }

    public static String text(RecordedEvent event) {
        return new String(event.data(), StandardCharsets.UTF_8);
    }
}
