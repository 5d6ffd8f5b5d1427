package vn.tthc.platform.log;

import vn.tthc.contracts.Envelope;

/**
 * An event as the log holds it.
 *
 * @param envelope everything about it
 * @param meta the envelope's bytes as stored
 * @param data the event's bytes as stored
 * @param hash SHA-256 over the previous hash of the stream, meta and data
 */
public record RecordedEvent(Envelope envelope, byte[] meta, byte[] data, byte[] hash) {}
