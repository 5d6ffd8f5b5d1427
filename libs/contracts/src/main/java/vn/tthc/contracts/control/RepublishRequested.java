package vn.tthc.contracts.control;

/**
 * A consumer misses part of a stream; its owner publishes it again from the log.
 *
 * @param stream the stream
 * @param fromVersion the first version that is missing
 * @param consumer who asks
 */
public record RepublishRequested(String stream, long fromVersion, String consumer) {}
