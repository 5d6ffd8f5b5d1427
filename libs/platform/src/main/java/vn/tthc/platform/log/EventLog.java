package vn.tthc.platform.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Cause;

/**
 * Streams of events, append only. What {@link #append} has answered is durable. Every adapter passes the same contract
 * suite.
 */
public interface EventLog extends AutoCloseable {

    /**
     * Stores a commit, or answers with the first one of the same command or cause in that stream.
     *
     * @throws VersionConflict when the stream is not at the expected version; nothing was stored
     * @throws LogUnavailable when it cannot take the commit now (queue full, disk full); nothing was stored
     * @throws OutcomeUnknown when it cannot tell whether it was stored; the same command id resolves it
     */
    AppendResult append(Commit commit);

    /** Events of a stream from a version (inclusive) on, at most {@code limit}; empty when there are none. */
    List<RecordedEvent> read(String stream, long fromVersion, int limit);

    /** The commit of a command in a stream. */
    Optional<RecordedCommit> byCommand(String stream, String commandId);

    /** The commit that answers a cause in a stream. */
    Optional<RecordedCommit> byCause(String stream, Cause cause);

    /** The stream's last version and hash, or empty when there is no such stream. */
    Optional<StreamHead> head(String stream);

    /**
     * Heads of all streams in order of their names, a page at a time.
     *
     * @param after the last stream of the page before, null for the first page
     * @param prefix only streams whose name starts so, empty for all
     */
    List<StreamHead> heads(@Nullable String after, String prefix, int limit);

    /** Commits that are not marked as published, oldest first, a stream's in version order. */
    List<RecordedCommit> unpublished(int limit);

    /** Marks commits as published, by {@link RecordedCommit#number()}; the mark is never taken back. */
    void markPublished(Collection<Long> commits);

    /**
     * Takes the mark back from what was recorded since a moment, so that it is published once more: a broker that
     * stopped uncleanly may have lost what it had acknowledged.
     *
     * @return how many commits
     */
    long publishAgainSince(Instant recordedAt);

    /** How much is unpublished. */
    Backlog backlog();

    /** A moment before which nothing can be recorded any more: all that was is visible to {@link #unpublished}. */
    Instant settledBefore();

    /** Called after commits became durable, on a thread that must not be kept waiting. */
    void onCommit(Runnable listener);

    @Override
    void close();
}
