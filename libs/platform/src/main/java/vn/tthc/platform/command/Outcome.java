package vn.tthc.platform.command;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.platform.log.RecordedCommit;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * It holds, and is durable.
     *
     * @param stream the stream
     * @param version the stream's version after it
     * @param commit what it recorded; null when all it wanted was so already
     * @param repeated whether this is the answer to an earlier sending
     */
    record Done(String stream, long version, @Nullable RecordedCommit commit, boolean repeated) implements Outcome {}

    /**
     * A rule forbids it; nothing changed.
     *
     * @param refusal the reason
     * @param version the stream's version, 0 when there is no such stream
     */
    record Refused(Refusal refusal, long version) implements Outcome {}

    /**
     * The caller saw an older version than there is.
     *
     * @param version the stream's version now
     */
    record Stale(long version) implements Outcome {}

    /** The command id was used before for another request. */
    record KeyReused() implements Outcome {}
}
