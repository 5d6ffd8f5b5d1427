package vn.tthc.platform.event.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.event.EventJson;

/**
 * A kind of message on a topic, in its current revision.
 *
 * @param topic where it stands
 * @param type its name there
 * @param revision shape of its data
 * @param shape the record that is written
 * @param event whether it is an event of a log, and so a CloudEvent
 * @param audience for whom an event is meant
 */
record Message(String topic, String type, int revision, Class<?> shape, boolean event, Optional<Audience> audience) {

    /** Everything that is ever published, by topic and name. */
    static List<Message> all() {
        List<Message> all = new ArrayList<>();
        new EventJson().vocabulary().values().forEach(event -> all.add(of(event)));
        all.add(new Message(Topics.CONTROL, "watermark", 1, Watermark.class, false, Optional.empty()));
        all.add(new Message(
                Topics.CONTROL, "republish-requested", 1, RepublishRequested.class, false, Optional.empty()));
        all.add(new Message(Topics.PERSON_KEYS, "person-key", 1, PersonKey.class, false, Optional.empty()));
        all.sort(Comparator.comparing((Message message) -> message.topic()).thenComparing(Message::type));
        return List.copyOf(all);
    }

    private static Message of(Class<?> event) {
        EventType name = event.getAnnotation(EventType.class);
        return new Message(
                topic(name.value()), name.value(), name.revision(), event, true, Optional.of(name.audience()));
    }

    private static String topic(String type) {
        return Arrays.stream(StreamType.values())
                .filter(stream -> type.startsWith(stream.prefix() + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an event is named after its kind of stream, not " + type))
                .topic();
    }

    /** Where its schema stands below {@code docs/events}. */
    String path() {
        return path(topic, type, revision);
    }

    static String path(String topic, String type, int revision) {
        return topic + "/" + type + "/" + revision + ".json";
    }
}
