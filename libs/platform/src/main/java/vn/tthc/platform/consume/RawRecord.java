package vn.tthc.platform.consume;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as it came, so that it can be kept and read again later.
 *
 * @param topic where it came from
 * @param partition its partition
 * @param offset its place there
 * @param key the dossier, or the stream where there is no dossier
 * @param headers its headers
 * @param value its bytes, null for a tombstone
 */
public record RawRecord(
        String topic, int partition, long offset, @Nullable String key, Headers headers, byte @Nullable [] value) {}
