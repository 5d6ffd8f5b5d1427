package vn.tthc.platform.timer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.StreamId;

/**
 * A timer as a document.
 *
 * @param stream whom it wakes
 * @param key what it is about
 * @param due when
 * @param correlation taken over from the event that set it
 * @param procedureVersion taken over from it
 */
record StoredTimer(
        String stream,
        String key,
        Instant due,
        String correlation,
        @Nullable String procedureVersion) {

    static String id(String stream, String key) {
        return stream + "/" + key;
    }

    String id() {
        return id(stream, key);
    }

    StreamId streamId() {
        return StreamId.parse(stream);
    }

    Timer timer() {
        return new Timer(key, due);
    }

    /** Names this occurrence for ever: the log takes one commit for it, whoever sends it how often. */
    String commandId() {
        return "timer/" + key + "@" + due;
    }
}
