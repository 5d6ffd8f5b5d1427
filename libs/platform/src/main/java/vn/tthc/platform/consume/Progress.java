package vn.tthc.platform.consume;

import java.util.Map;

/**
 * How far everything has flowed.
 *
 * @param service who says it
 * @param unpublished commits that are not on the topics yet
 * @param brokerAnswers whether the ends of the topics are known; without them {@code topics} is empty
 * @param topics end of every partition of this service's own topics
 * @param consumers per consumer, topic and partition the next offset it reads
 * @param held records that wait for something before them
 * @param parkedDossiers dossiers that wait for a person, counted per consumer
 */
public record Progress(
        String service,
        long unpublished,
        boolean brokerAnswers,
        Map<String, Map<Integer, Long>> topics,
        Map<String, Map<String, Map<Integer, Long>>> consumers,
        long held,
        long parkedDossiers) {}
