package vn.tthc.contracts;

/**
 * The event that made a service give itself a command. A log accepts one commit per cause and stream.
 *
 * @param stream the stream of the causing event
 * @param version its version there
 * @param role what the reaction was for, so that one event may cause two things in one stream
 */
public record Cause(String stream, long version, String role) {}
