package vn.tthc.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * The processes that record in one log, each with the moment before which it records nothing any more; the log's own is
 * the earliest of them. A process that says nothing for a minute does not count any more, and one that has said nothing
 * for a third of that says something before it records again, so it finds out. Who joins takes the latest moment that
 * was ever settled for its own: it makes itself known first and looks then, while who settles writes first and then
 * looks who is there.
 */
final class Writers {
    private static final long SILENT = Duration.ofMinutes(1).toNanos();
    private static final long HEARD = SILENT / 3;
    private static final String FLOOR = "floor";
    private static final String BEAT = "beat";
    private static final String AT = "at";
    private static final Document SETTLED = new Document("_id", "settled");
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> writers;
    private final MongoCollection<Document> state;
    private final RecordingClock moments;
    private final String me = UUID.randomUUID().toString();
    private final Map<String, Heard> heard = new HashMap<>();
    private volatile boolean joined;
    private volatile long saidAt;
    private long beat;

    Writers(MongoConnection connection, RecordingClock moments) {
        this.writers = connection.collection("log_writers");
        this.state = connection.collection("log_state");
        this.moments = moments;
    }

    private record Heard(long beat, long atNanos) {}

    /** Called before something is recorded. */
    void beforeRecording() {
        if (isOverdue()) {
            synchronized (this) {
                if (isOverdue()) {
                    say(moments.settledBefore());
                }
            }
        }
    }

    private boolean isOverdue() {
        return !joined || System.nanoTime() - saidAt > HEARD;
    }

    private void say(Instant floor) {
        long now = System.nanoTime();
        if (joined) {
            Document mine = new Document("_id", me).append(BEAT, beat);
            Document next = new Document(FLOOR, floor.toEpochMilli()).append(BEAT, beat + 1);
            joined = writers.updateOne(mine, new Document("$set", next)).getMatchedCount() == 1;
            beat = beat + 1;
        }
        if (!joined) {
            // An answer may have been lost: whatever is there under this name is ours.
            writers.updateOne(
                    new Document("_id", me),
                    new Document("$set", new Document(FLOOR, floor.toEpochMilli()).append(BEAT, beat)),
                    UPSERT);
            Document settled = state.find(SETTLED).limit(1).first();
            if (settled != null) {
                moments.notBefore(Instant.ofEpochMilli(settled.getLong(AT)));
            }
            saidAt = now;
            joined = true;
        }
        saidAt = now;
    }

    /** Before it no process records anything any more. */
    synchronized Instant settledBefore() {
        Instant own = moments.settledBefore();
        say(own);
        state.updateOne(SETTLED, new Document("$max", new Document(AT, own.toEpochMilli())), UPSERT);
        Instant settled = own;
        Set<String> there = new HashSet<>();
        for (Document other : writers.find(new Document("_id", new Document("$ne", me)))) {
            there.add(other.getString("_id"));
            Instant floor = Instant.ofEpochMilli(other.getLong(FLOOR));
            if (!isSilent(other) && floor.isBefore(settled)) {
                settled = floor;
            }
        }
        heard.keySet().retainAll(there);
        return settled;
    }

    private boolean isSilent(Document other) {
        String name = other.getString("_id");
        long now = System.nanoTime();
        Heard last = heard.get(name);
        if (last == null || last.beat() != other.getLong(BEAT)) {
            heard.put(name, new Heard(other.getLong(BEAT), now));
            return false;
        }
        return now - last.atNanos() > SILENT
                && writers.deleteOne(new Document("_id", name).append(BEAT, last.beat()))
                                .getDeletedCount()
                        == 1;
    }

    /** Records nothing any more. */
    synchronized void leave() {
        if (joined) {
            joined = false;
            writers.deleteOne(new Document("_id", me));
        }
    }
}
