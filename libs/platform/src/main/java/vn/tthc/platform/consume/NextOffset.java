package vn.tthc.platform.consume;

import org.jspecify.annotations.Nullable;

/**
 * Where a consumer goes on in a partition.
 *
 * @param offset the next record
 * @param leaderEpoch epoch of the last one, by which Kafka notices that records were lost; null when unknown
 */
public record NextOffset(long offset, @Nullable Integer leaderEpoch) {}
