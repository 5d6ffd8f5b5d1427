package vn.tthc.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The orders that were taken, in memory: a simulator that starts again knows of none, and is asked again. */
final class Orders {
    private final Map<String, Taken> taken = new ConcurrentHashMap<>();
    private final Faults faults;
    private final InstantSource clock;
    private final BiConsumer<String, Event> tells;

    /**
     * No orders yet.
     *
     * @param tells takes every event of every order that was taken, with the name of the carrier
     */
    Orders(Faults faults, InstantSource clock, BiConsumer<String, Event> tells) {
        this.faults = faults;
        this.clock = clock;
        this.tells = tells;
    }

    /**
     * An order.
     *
     * @param number the carrier's own number of the item, of no shape of the UPU's
     * @param revision the newest that was told
     * @param cancelled since when it is not to be carried; {@link Instant#MAX} while it is
     */
    record Taken(String carrier, String number, long revision, Instant cancelled, List<Event> story) {}

    /** What came of an order. */
    record Answer(String number, boolean fresh) {}

    /** Takes an order once; a later revision changes it, an earlier one nothing. */
    Answer take(String carrier, String orderId, long revision, boolean cancelled) {
        boolean[] fresh = new boolean[1];
        Instant now = clock.instant();
        Taken order = taken.compute(carrier + "|" + orderId, (key, before) -> {
            if (before == null) {
                fresh[0] = true;
                String number = carrier.toUpperCase(Locale.ROOT) + "-" + orderId.substring(0, 13);
                List<Event> story = Story.of(orderId, number, Codes.of(carrier), now.plus(faults.fetch()), faults);
                return new Taken(carrier, number, revision, cancelled ? now : Instant.MAX, story);
            }
            return revision <= before.revision()
                    ? before
                    : new Taken(
                            carrier, before.number(), revision, cancelled ? now : before.cancelled(), before.story());
        });
        if (fresh[0] && !cancelled) {
            order.story().forEach(event -> tells.accept(carrier, event));
        }
        return new Answer(order.number(), fresh[0]);
    }

    /** What has happened to an order's item by now, null when there is no such order. */
    @Nullable
    List<Event> told(String carrier, String orderId) {
        Taken order = taken.get(carrier + "|" + orderId);
        Instant now = clock.instant();
        return order == null
                ? null
                : order.story().stream()
                        .filter(event -> !event.occurredAt().isAfter(now)
                                && event.occurredAt().isBefore(order.cancelled()))
                        .toList();
    }
}
