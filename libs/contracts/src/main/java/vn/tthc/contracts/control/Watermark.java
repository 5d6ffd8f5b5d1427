package vn.tthc.contracts.control;

import java.time.Instant;
import java.util.Map;

/**
 * "Everything recorded before {@code recordedBefore} is on the topics, below these offsets." Told every two seconds, so
 * that a view can say how old it may be even when nothing happens.
 *
 * @param service who says it
 * @param recordedBefore the moment
 * @param ends per topic, per partition: the first offset that may still be missing
 */
public record Watermark(String service, Instant recordedBefore, Map<String, Map<Integer, Long>> ends) {}
