package vn.tthc.platform.command;

import vn.tthc.contracts.StreamId;

/** The one way of a command to its aggregate. */
public interface Commands {

    /**
     * Decides a command on a stream and stores what follows. A lost race is decided again, three times at most, when
     * the caller expected no version.
     *
     * @param stream the aggregate's stream; created by its first event
     * @param command one of the service's commands
     * @param context everything else about it
     * @throws vn.tthc.platform.log.LogUnavailable when the log cannot take it now
     * @throws vn.tthc.platform.log.OutcomeUnknown when the log cannot tell
     * @throws vn.tthc.platform.log.VersionConflict when it lost every race
     */
    Outcome send(StreamId stream, Object command, CommandContext context);
}
