package vn.tthc.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.VersionConflict;

/**
 * Inserts one commit and finds out what became of it. An answer that does not come means nothing: then it is looked for
 * by its command, and where it is not found the same document is sent once more; of the two, {@code _id} lets one in. So
 * it ends in one of four ways, and only when the server cannot be asked for all that time nobody can tell.
 */
final class CommitInsert {
    private static final long PAUSE_MILLIS = 50;

    private final MongoCollection<Document> commits;
    private final CommitReads reads;
    private final Duration patience;

    /**
     * An insert.
     *
     * @param patience how long it is tried to find out what became of it
     */
    CommitInsert(MongoCollection<Document> commits, CommitReads reads, Duration patience) {
        this.commits = commits;
        this.reads = reads;
        this.patience = patience;
    }

    /**
     * Inserts it.
     *
     * @throws VersionConflict when another commit is in its place
     * @throws LogUnavailable when the server refused it
     * @throws OutcomeUnknown when it cannot be told
     */
    AppendResult run(Commit commit, CommitDocuments.Prepared prepared) {
        long deadline = System.nanoTime() + patience.toNanos();
        MongoException unclear = null;
        while (true) {
            try {
                if (unclear != null) {
                    Optional<AppendResult> answer = first(commit, prepared);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                }
                commits.insertOne(prepared.document());
                return new AppendResult.Appended(prepared.commit());
            } catch (MongoWriteException e) {
                if (!Failures.isDuplicate(e)) {
                    throw new LogUnavailable("MongoDB refused a commit: " + Failures.of(e), e);
                }
                Optional<AppendResult> answer = inItsPlace(commit, prepared);
                if (answer.isPresent()) {
                    return answer.get();
                }
                unclear = e;
            } catch (MongoException e) {
                if (unclear == null && Failures.isRefusal(e)) {
                    throw new LogUnavailable("MongoDB refused a commit: " + Failures.of(e), e);
                }
                unclear = e;
            }
            pause(deadline, unclear);
        }
    }

    /** What the log answers a command or a cause that it has, once a majority has it. */
    Optional<AppendResult> first(Commit commit, CommitDocuments.Prepared prepared) {
        return answered(commit)
                .map(found -> isOurs(found, prepared)
                        ? new AppendResult.Appended(prepared.commit())
                        : new AppendResult.Duplicate(found));
    }

    Optional<RecordedCommit> answered(Commit commit) {
        String stream = commit.stream().toString();
        Optional<RecordedCommit> byCommand = reads.byCommand(stream, commit.commandId());
        return byCommand.isPresent() || commit.cause() == null
                ? byCommand
                : reads.byAnswer(stream, CommitDocuments.answers(commit.cause()));
    }

    /** Empty while what is in its place is not acknowledged by a majority, or cannot be read. */
    private Optional<AppendResult> inItsPlace(Commit commit, CommitDocuments.Prepared prepared) {
        try {
            Optional<AppendResult> answer = first(commit, prepared);
            if (answer.isPresent()) {
                return answer;
            }
            String stream = commit.stream().toString();
            long version = reads.head(stream).version();
            if (version > commit.expectedVersion()) {
                throw new VersionConflict(stream, commit.expectedVersion(), version);
            }
            return Optional.empty();
        } catch (MongoException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(RecordedCommit found, CommitDocuments.Prepared prepared) {
        return Arrays.equals(
                found.events().getLast().hash(),
                prepared.commit().events().getLast().hash());
    }

    private void pause(long deadline, MongoException unclear) {
        if (System.nanoTime() >= deadline) {
            throw new OutcomeUnknown("It is not known whether a commit was stored: " + Failures.of(unclear), unclear);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("Interrupted before it was known whether a commit was stored.", unclear);
        }
    }
}
