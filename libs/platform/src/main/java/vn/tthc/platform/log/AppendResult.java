package vn.tthc.platform.log;

/** What became of a commit that the log did not have to refuse. */
public sealed interface AppendResult {

    /** The commit that is in the log. */
    RecordedCommit commit();

    /** It is durable now. */
    record Appended(RecordedCommit commit) implements AppendResult {}

    /** The command or the cause had been answered before; this is that first answer. */
    record Duplicate(RecordedCommit commit) implements AppendResult {}
}
