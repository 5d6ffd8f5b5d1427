package vn.tthc.local.statistics;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * What consumers of this service lack of these ends of the topics they listen to, for somebody who waits for it; empty
     * when they lack nothing.
     */
    List<String> behind(Map<String, Map<Integer, Long>> others) {
        if (!brokerAnswers) {
            return List.of("the broker does not answer");
        }
        List<String> behind = new ArrayList<>();
        consumers.forEach((consumer, topics) -> {
            if (topics.isEmpty()) {
                behind.add(consumer + " has not begun");
            }
            topics.forEach((topic, next) -> others.getOrDefault(topic, Map.of()).forEach((partition, end) -> {
                long at = next.getOrDefault(partition, 0L);
                if (at < end) {
                    behind.add(consumer + " is at " + at + " of " + end + " in " + topic + "-" + partition);
                }
            }));
        });
        return behind;
    }
}
