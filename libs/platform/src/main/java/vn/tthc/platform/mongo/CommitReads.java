package vn.tthc.platform.mongo;

import static vn.tthc.platform.mongo.CommitDocuments.ANSWERS;
import static vn.tthc.platform.mongo.CommitDocuments.COMMAND;
import static vn.tthc.platform.mongo.CommitDocuments.HASH;
import static vn.tthc.platform.mongo.CommitDocuments.LAST;
import static vn.tthc.platform.mongo.CommitDocuments.NUMBER;
import static vn.tthc.platform.mongo.CommitDocuments.PUBLISHED;
import static vn.tthc.platform.mongo.CommitDocuments.RECORDED_AT;
import static vn.tthc.platform.mongo.CommitDocuments.STREAM;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.log.Backlog;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;

/** Every query on the collection of commits; each is served by a declared index. */
final class CommitReads {
    private static final Document UNPUBLISHED = new Document(PUBLISHED, false);

    private final MongoCollection<Document> commits;
    private final CommitDocuments documents;

    CommitReads(MongoCollection<Document> commits, CommitDocuments documents) {
        this.commits = commits;
        this.documents = documents;
    }

    CommitDocuments.Head head(String stream) {
        Document newest = commits.find(new Document(STREAM, stream))
                .sort(new Document(LAST, -1))
                .projection(CommitDocuments.headFields())
                .limit(1)
                .first();
        return newest == null ? CommitDocuments.Head.none() : CommitDocuments.Head.of(newest);
    }

    List<RecordedEvent> events(String stream, long from, int limit) {
        List<RecordedEvent> found = new ArrayList<>();
        Document query = new Document(STREAM, stream).append(LAST, new Document("$gte", from));
        try (MongoCursor<Document> cursor =
                commits.find(query).sort(new Document(LAST, 1)).limit(limit).iterator()) {
            while (cursor.hasNext() && found.size() < limit) {
                for (RecordedEvent event : documents.events(cursor.next())) {
                    if (event.envelope().version() >= from && found.size() < limit) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }

    Optional<RecordedCommit> byCommand(String stream, String commandId) {
        return one(new Document(STREAM, stream).append(COMMAND, commandId));
    }

    Optional<RecordedCommit> byAnswer(String stream, String answers) {
        return one(new Document(STREAM, stream).append(ANSWERS, answers));
    }

    private Optional<RecordedCommit> one(Document query) {
        return Optional.ofNullable(commits.find(query).limit(1).first()).map(documents::read);
    }

    /** Heads in order of names: the newest commit of each stream comes first in the index, the others are passed over. */
    List<StreamHead> heads(@Nullable String after, String prefix, int limit) {
        Document range = after == null || after.compareTo(prefix) < 0
                ? new Document("$gte", prefix)
                : new Document("$gt", after);
        range.append("$lt", prefix + Character.MAX_VALUE);
        List<StreamHead> heads = new ArrayList<>();
        try (MongoCursor<Document> cursor = commits.find(new Document(STREAM, range))
                .sort(new Document(STREAM, 1).append(LAST, -1))
                .projection(CommitDocuments.headFields())
                .iterator()) {
            while (cursor.hasNext() && heads.size() < limit) {
                Document commit = cursor.next();
                String stream = commit.getString(STREAM);
                if (heads.isEmpty() || !heads.getLast().stream().equals(stream)) {
                    heads.add(new StreamHead(stream, commit.getLong(LAST), CommitDocuments.bytes(commit, HASH)));
                }
            }
        }
        return heads;
    }

    List<RecordedCommit> unpublished(int limit) {
        List<RecordedCommit> found = new ArrayList<>();
        commits.find(UNPUBLISHED)
                .sort(new Document(RECORDED_AT, 1).append(NUMBER, 1))
                .limit(limit)
                .forEach(commit -> found.add(documents.read(commit)));
        return found;
    }

    Backlog backlog() {
        Document oldest = commits.find(UNPUBLISHED)
                .sort(new Document(RECORDED_AT, 1).append(NUMBER, 1))
                .projection(new Document(RECORDED_AT, 1))
                .limit(1)
                .first();
        if (oldest == null) {
            return new Backlog(0, null);
        }
        long count = commits.countDocuments(UNPUBLISHED);
        return new Backlog(Math.max(1, count), Instant.ofEpochMilli(oldest.getLong(RECORDED_AT)));
    }

    /** When something was last recorded. */
    Instant newest() {
        Document newest = commits.find()
                .sort(new Document(RECORDED_AT, -1))
                .projection(new Document(RECORDED_AT, 1))
                .limit(1)
                .first();
        return newest == null ? Instant.EPOCH : Instant.ofEpochMilli(newest.getLong(RECORDED_AT));
    }
}
