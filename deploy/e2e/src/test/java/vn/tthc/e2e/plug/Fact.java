package vn.tthc.e2e.plug;

import org.jspecify.annotations.Nullable;

/**
 * An event as it lies on its topic.
 *
 * @param cause the event it answers, as {@code stream@version role}, null for what somebody did
 * @param externalId how the client calls it
 */
record Fact(
        String topic,
        int partition,
        long offset,
        String stream,
        long version,
        String type,
        String commandId,
        String account,
        @Nullable String cause,
        @Nullable String externalId) {

    String dossierId() {
        return stream.substring(stream.indexOf('-') + 1);
    }
}
