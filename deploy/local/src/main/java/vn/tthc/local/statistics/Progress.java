package vn.tthc.local.statistics;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How far a service is.
 *
 * @param unpublished commits that have not gone out yet
 * @param ends per topic it writes, the end of every partition
 * @param consumers per consumer and topic, the next offset of every partition
 * @param held records that wait for an earlier one
 * @param parked dossiers that a consumer could not go on with
 * @param brokerAnswers whether the ends are known; without them nobody has reached anything
 */
record Progress(
        long unpublished,
        Map<String, Map<Integer, Long>> ends,
        Map<String, Map<String, Map<Integer, Long>>> consumers,
        long held,
        long parked,
        boolean brokerAnswers) {

    static Progress of(JsonNode json) {
        Map<String, Map<String, Map<Integer, Long>>> consumers = new TreeMap<>();
        json.path("consumers").properties().forEach(entry -> consumers.put(entry.getKey(), topics(entry.getValue())));
        return new Progress(
                json.path("unpublished").asLong(0),
                topics(json.path("topics")),
                consumers,
                json.path("held").asLong(0),
                json.path("parkedDossiers").asLong(0),
                json.path("brokerAnswers").asBoolean(false));
    }

    private static Map<String, Map<Integer, Long>> topics(JsonNode json) {
        Map<String, Map<Integer, Long>> topics = new TreeMap<>();
        for (var topic : json.properties()) {
            Map<Integer, Long> offsets = new TreeMap<>();
            topic.getValue()
                    .properties()
                    .forEach(partition -> offsets.put(
                            Integer.valueOf(partition.getKey()),
                            partition.getValue().asLong(0)));
            topics.put(topic.getKey(), offsets);
        }
        return topics;
    }

    /** Whether every consumer of this service has everything up to these ends of the topics it listens to. */
    boolean past(Map<String, Map<Integer, Long>> others) {
        return brokerAnswers
                && consumers.values().stream()
                        .allMatch(topics -> !topics.isEmpty()
                                && topics.entrySet().stream()
                                        .allMatch(topic ->
                                                past(topic.getValue(), others.getOrDefault(topic.getKey(), Map.of()))));
    }

    private static boolean past(Map<Integer, Long> next, Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
