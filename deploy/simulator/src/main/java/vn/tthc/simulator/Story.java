package vn.tthc.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What will happen to an item, settled when it is ordered: carried, perhaps tried in vain, then delivered or returned. */
final class Story {
    private Story() {}

    /**
     * The events of an item, the first one first.
     *
     * @param orderId whose
     * @param number the carrier's own number of it
     * @param begins when the carrier fetches it
     */
    static List<Event> of(String orderId, String number, Codes codes, Instant begins, Faults faults) {
        Random chance = chance(orderId, faults.seed());
        List<Event> events = new ArrayList<>();
        Told told = new Told(events, orderId, number, begins, faults.step());
        told.add(codes.accepted, null, null);
        told.add(codes.inTransit, null, null);
        told.add(codes.atOffice, null, null);
        boolean goesBack = chance.nextDouble() < faults.returned();
        int attempts = goesBack ? 2 : chance.nextInt(2);
        for (int i = 0; i < attempts; i++) {
            told.add(codes.failed, codes.reason, null);
        }
        if (goesBack) {
            told.add(codes.returning, null, null);
            told.add(codes.returned, null, null);
        } else {
            String code = String.format("%06d", chance.nextInt(1_000_000));
            told.add(codes.delivered, null, new Event.Proof("Người Nhận Thử", "FAMILY", "CCCD", code));
        }
        return List.copyOf(events);
    }

    /** Chance that is the same for an order whenever it is asked. */
    static Random chance(String orderId, long seed) {
        return new Random(seed ^ ((long) orderId.hashCode() * 0x9E3779B97F4A7C15L));
    }

    private record Told(List<Event> events, String orderId, String number, Instant begins, Duration step) {
        void add(String code, @Nullable String reason, Event.@Nullable Proof proof) {
            int sequence = events.size() + 1;
            events.add(new Event(
                    orderId + "-" + sequence,
                    number,
                    code,
                    reason,
                    begins.plus(step.multipliedBy(sequence - 1L)),
                    sequence,
                    proof));
        }
    }
}
