package vn.tthc.postal.carrierevents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.Find;
import vn.tthc.postal.carriers.CarrierSettings;

/**
 * The messages that were taken lately, with their answers. A message is remembered for longer than its signature is good
 * for, so nobody who copied one can use it again; its sender, who missed the answer, gets it once more.
 */
@Component
class Messages {
    private static final String COLLECTION = "kept_carrier_messages";
    private static final String AT = "at";
    private static final int SWEPT = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore documents;
    private final Duration keep;

    Messages(DocumentStore documents, CarrierSettings settings) {
        this.documents = documents;
        // A day at least: a carrier that was away for a while sends again under the same id.
        Duration window = settings.window().multipliedBy(3);
        this.keep = window.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofDays(1) : window;
        documents.declare(List.of(new CollectionSpec(COLLECTION, List.of(new Index("by_at", List.of(), AT)))));
    }

    /**
     * A message that was taken.
     *
     * @param content names its content, under the carrier's secret
     * @param answer what it was answered
     */
    record Taken(String content, CarrierEventsEndpoint.MessageAnswer answer) {}

    Optional<Taken> find(String carrier, String id) {
        return documents
                .get(COLLECTION, carrier + "|" + id)
                .map(document -> JSON.readValue(document.json(), Taken.class));
    }

    /**
     * Remembers one after all of it is durable.
     *
     * @throws vn.tthc.platform.store.StaleDocument when it was taken at the same time by somebody else
     */
    void put(String carrier, String id, Taken taken, Instant now) {
        documents.write(writer -> {
            writer.put(
                    COLLECTION, carrier + "|" + id, 0, JSON.writeValueAsString(taken), Map.of(AT, now.toEpochMilli()));
            writer.find(new Find(
                            COLLECTION, "by_at", Map.of(), null, now.minus(keep).toEpochMilli(), false, null, SWEPT))
                    .documents()
                    .forEach(old -> writer.delete(COLLECTION, old.id()));
            return true;
        });
    }
}
