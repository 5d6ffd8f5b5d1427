package vn.tthc.platform.relay;

import vn.tthc.contracts.Envelope;

/**
 * An event as it stands on a topic; with the envelope written as JSON again, its hash can be checked there.
 *
 * @param envelope everything about it
 * @param data its bytes as the log stored them
 * @param hash its link in the stream's chain
 */
public record PublishedEvent(Envelope envelope, byte[] data, byte[] hash) {}
