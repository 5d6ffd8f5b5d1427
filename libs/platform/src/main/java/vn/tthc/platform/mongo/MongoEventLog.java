package vn.tthc.platform.mongo;

import static vn.tthc.platform.mongo.CommitDocuments.NUMBER;
import static vn.tthc.platform.mongo.CommitDocuments.PUBLISHED;
import static vn.tthc.platform.mongo.CommitDocuments.RECORDED_AT;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.contracts.Cause;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Backlog;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** The event log in a collection of MongoDB, for any number of processes at once. */
public final class MongoEventLog implements EventLog {
    /** How long it is tried to find out what became of a commit whose answer did not come. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(MongoEventLog.class);

    private final MongoCollection<Document> commits;
    private final CommitDocuments documents;
    private final CommitReads reads;
    private final CommitInsert insert;
    private final CommitNumbers numbers;
    private final RecordingClock moments;
    private final Writers writers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Opens the log and creates what is missing.
     *
     * @param patience how long it is tried to find out what became of a commit whose answer did not come
     * @throws MongoException when MongoDB cannot be reached
     */
    public MongoEventLog(MongoConnection connection, InstantSource clock, EventJson json, Duration patience) {
        this.commits = connection.collection("commits");
        this.documents = new CommitDocuments(json);
        this.reads = new CommitReads(commits, documents);
        this.insert = new CommitInsert(commits, reads, patience);
        this.numbers = new CommitNumbers(new MongoSequences(connection));
        DeclaredIndex.create(commits, CommitDocuments.INDEXES);
        this.moments = new RecordingClock(clock, reads.newest());
        this.writers = new Writers(connection, moments);
    }

    @Override
    public AppendResult append(Commit commit) {
        CommitDocuments.Head head;
        long number;
        try {
            String stream = commit.stream().toString();
            head = reads.head(stream);
            if (head.version() != commit.expectedVersion()) {
                Optional<RecordedCommit> first = insert.answered(commit);
                if (first.isPresent()) {
                    return new AppendResult.Duplicate(first.get());
                }
                throw new VersionConflict(stream, commit.expectedVersion(), head.version());
            }
            number = numbers.after(head.number());
            writers.beforeRecording();
        } catch (MongoException e) {
            throw new LogUnavailable("MongoDB cannot be read: " + Failures.of(e), e);
        } catch (StoreUnavailable e) {
            throw new LogUnavailable(String.valueOf(e.getMessage()), e);
        }
        AppendResult result = insert(commit, head, number);
        if (result instanceof AppendResult.Appended) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }

    private AppendResult insert(Commit commit, CommitDocuments.Head head, long number) {
        RecordingClock.Moment moment = moments.begin(head.recordedAt());
        try {
            return insert.run(commit, documents.prepare(commit, head, number, moment.at()));
        } catch (OutcomeUnknown e) {
            moments.unclear(moment);
            throw e;
        } finally {
            moments.ended(moment);
        }
    }

    @Override
    public List<RecordedEvent> read(String stream, long fromVersion, int limit) {
        return reading(() -> reads.events(stream, fromVersion, limit));
    }

    @Override
    public Optional<RecordedCommit> byCommand(String stream, String commandId) {
        return reading(() -> reads.byCommand(stream, commandId));
    }

    @Override
    public Optional<RecordedCommit> byCause(String stream, Cause cause) {
        return reading(() -> reads.byAnswer(stream, CommitDocuments.answers(cause)));
    }

    @Override
    public Optional<StreamHead> head(String stream) {
        CommitDocuments.Head head = reading(() -> reads.head(stream));
        return head.place() == 0 ? Optional.empty() : Optional.of(new StreamHead(stream, head.version(), head.hash()));
    }

    @Override
    public List<StreamHead> heads(@Nullable String after, String prefix, int limit) {
        return reading(() -> reads.heads(after, prefix, limit));
    }

    @Override
    public List<RecordedCommit> unpublished(int limit) {
        return reading(() -> reads.unpublished(limit));
    }

    @Override
    public void markPublished(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        Document which = new Document(NUMBER, new Document("$in", List.copyOf(numbers)));
        reading(() -> commits.updateMany(which, mark(true)));
    }

    @Override
    public long publishAgainSince(Instant recordedAt) {
        // In whole milliseconds, as they are stored; all of them rather than only the marked: the index knows no marks.
        Document which = new Document(RECORDED_AT, new Document("$gte", recordedAt.toEpochMilli()));
        return reading(() -> commits.updateMany(which, mark(false)).getModifiedCount());
    }

    private static Document mark(boolean published) {
        return new Document("$set", new Document(PUBLISHED, published));
    }

    @Override
    public Backlog backlog() {
        return reading(reads::backlog);
    }

    @Override
    public Instant settledBefore() {
        return reading(writers::settledBefore);
    }

    private static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new StoreUnavailable("MongoDB cannot be asked now: " + Failures.of(e), e);
        }
    }

    @Override
    public void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes leave of the other processes; the connection belongs to the service, which closes it. */
    @Override
    public void close() {
        try {
            writers.leave();
        } catch (MongoException e) {
            LOG.debug("The others will notice that this process is gone: {}", Failures.of(e));
        }
    }
}
