package vn.tthc.platform.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import vn.tthc.contracts.Cause;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;

/**
 * A commit as one document: {@code _id} is the stream and the commit's place in it, without gaps, so that an insert is
 * the compare-and-set. What it answers is always there, for a cause the cause and else the command, because a unique
 * index is then enough and need not be partial.
 */
final class CommitDocuments {
    /** What a document may hold, less room for what surrounds the events. */
    private static final int LARGEST = 15 * 1024 * 1024;

    static final String STREAM = "stream";
    static final String NUMBER = "number";
    static final String LAST = "last";
    static final String COMMAND = "command";
    static final String ANSWERS = "answers";
    static final String RECORDED_AT = "recordedAt";
    static final String PUBLISHED = "published";
    static final String HASH = "hash";
    static final String PLACE = "n";

    static final List<DeclaredIndex> INDEXES = List.of(
            DeclaredIndex.of("log_stream", new Document(STREAM, 1).append(LAST, -1)),
            DeclaredIndex.unique("log_command", new Document(STREAM, 1).append(COMMAND, 1)),
            DeclaredIndex.unique("log_answers", new Document(STREAM, 1).append(ANSWERS, 1)),
            DeclaredIndex.of("log_number", new Document(NUMBER, 1)),
            DeclaredIndex.of("log_recorded", new Document(RECORDED_AT, 1)),
            DeclaredIndex.partial(
                    "log_unpublished", new Document(RECORDED_AT, 1).append(NUMBER, 1), new Document(PUBLISHED, false)));

    private final EventJson json;

    CommitDocuments(EventJson json) {
        this.json = json;
    }

    /** How far a stream has come; place 0 for one that is not there. */
    record Head(long place, long number, long version, byte[] hash, Instant recordedAt) {
        static Head none() {
            return new Head(0, 0, 0, HashChain.start(), Instant.EPOCH);
        }

        static Head of(Document commit) {
            Document id = commit.get("_id", Document.class);
            return new Head(
                    id.getLong(PLACE),
                    commit.getLong(NUMBER),
                    commit.getLong(LAST),
                    bytes(commit, HASH),
                    Instant.ofEpochMilli(commit.getLong(RECORDED_AT)));
        }
    }

    /** Fields from which {@link Head#of} reads. */
    static Document headFields() {
        return new Document(STREAM, 1)
                .append(NUMBER, 1)
                .append(LAST, 1)
                .append(HASH, 1)
                .append(RECORDED_AT, 1);
    }

    /** A commit that is ready to be inserted, and what it will be answered with. */
    record Prepared(Document document, RecordedCommit commit) {}

    /**
     * Chains a commit to the head it follows.
     *
     * @throws IllegalArgumentException when it is larger than a document may be
     */
    Prepared prepare(Commit commit, Head head, long number, Instant recordedAt) {
        String stream = commit.stream().toString();
        List<RecordedEvent> recorded = new ArrayList<>(commit.events().size());
        List<Document> events = new ArrayList<>(commit.events().size());
        byte[] hash = head.hash();
        long version = head.version();
        long size = 0;
        for (NewEvent event : commit.events()) {
            byte[] meta = json.writeEnvelope(commit.envelope(event, ++version, recordedAt));
            hash = HashChain.next(hash, meta, event.data());
            recorded.add(new RecordedEvent(json.readEnvelope(meta), meta, event.data(), hash));
            events.add(new Document("meta", meta).append("data", event.data()).append(HASH, hash));
            size += meta.length + event.data().length + hash.length;
        }
        if (size > LARGEST) {
            throw new IllegalArgumentException("a commit of " + size + " bytes is too large for one document");
        }
        Document document = new Document("_id", id(stream, head.place() + 1))
                .append(NUMBER, number)
                .append(STREAM, stream)
                .append("first", head.version() + 1)
                .append(LAST, version)
                .append(COMMAND, commit.commandId());
        if (commit.fingerprint() != null) {
            document.append("fingerprint", commit.fingerprint());
        }
        document.append(ANSWERS, answers(commit))
                .append(RECORDED_AT, recordedAt.toEpochMilli())
                .append(PUBLISHED, false)
                .append(HASH, hash)
                .append("events", events);
        return new Prepared(
                document, new RecordedCommit(number, stream, commit.commandId(), commit.fingerprint(), recorded));
    }

    static Document id(String stream, long place) {
        return new Document(STREAM, stream).append(PLACE, place);
    }

    private static String answers(Commit commit) {
        Cause cause = commit.cause();
        return cause == null ? "command " + commit.commandId() : answers(cause);
    }

    /** The field {@link #ANSWERS} of the commit that answers a cause. */
    static String answers(Cause cause) {
        return "cause " + cause.stream() + "@" + cause.version() + " " + cause.role();
    }

    RecordedCommit read(Document commit) {
        return new RecordedCommit(
                commit.getLong(NUMBER),
                commit.getString(STREAM),
                commit.getString(COMMAND),
                commit.getString("fingerprint"),
                events(commit));
    }

    List<RecordedEvent> events(Document commit) {
        List<RecordedEvent> events = new ArrayList<>();
        for (Document event : commit.getList("events", Document.class)) {
            byte[] meta = bytes(event, "meta");
            events.add(new RecordedEvent(json.readEnvelope(meta), meta, bytes(event, "data"), bytes(event, HASH)));
        }
        return events;
    }

    static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }
}
