package vn.tthc.platform.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tthc.contracts.StreamId;

/** Waits, for a bounded time and in a bounded number of requests, until the service has what a caller has seen. */
final class Positions {
    private static final int MOST = 16;
    private static final int MOST_WAITING = 512;
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(8).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final Pattern ONE = Pattern.compile("([a-z]+-[A-Za-z0-9._:@~-]{1,128})@([1-9][0-9]{0,17})");

    private final List<PositionSource> sources;
    private final long limitNanos;
    private final LongSupplier nanoTime;
    private final LongConsumer park;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    Positions(List<PositionSource> sources, Duration limit) {
        this(sources, limit, System::nanoTime, LockSupport::parkNanos);
    }

    Positions(List<PositionSource> sources, Duration limit, LongSupplier nanoTime, LongConsumer park) {
        this.sources = List.copyOf(sources);
        this.limitNanos = limit.toNanos();
        this.nanoTime = nanoTime;
        this.park = park;
    }

    private record Position(String stream, long version) {}

    /**
     * Waits for the positions of a header, {@code <stream>@<version>[,...]}.
     *
     * @throws Problem 503 {@code NOT_YET_VISIBLE} when the time runs out, 400 when the header is malformed
     */
    void await(String header) {
        List<Position> positions = parse(header);
        if (reached(positions)) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw new Problem(CommonProblem.NOT_YET_VISIBLE, Answers.POSITION);
        }
        try {
            poll(positions);
        } finally {
            waiting.release();
        }
    }

    private void poll(List<Position> positions) {
        long start = nanoTime.getAsLong();
        long pause = FIRST_PAUSE_NANOS;
        do {
            long left = limitNanos - (nanoTime.getAsLong() - start);
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                throw new Problem(CommonProblem.NOT_YET_VISIBLE, Answers.POSITION);
            }
            park.accept(Math.min(pause, left));
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        } while (!reached(positions));
    }

    private boolean reached(List<Position> positions) {
        return positions.stream()
                .allMatch(position ->
                        sources.stream().anyMatch(source -> source.reached(position.stream(), position.version())));
    }

    private static List<Position> parse(String header) {
        String[] parts = header.split(",", MOST + 1);
        if (parts.length > MOST) {
            throw Requests.malformed(Answers.POSITION);
        }
        List<Position> positions = new ArrayList<>();
        for (String part : parts) {
            Matcher matcher = ONE.matcher(part.strip());
            if (!matcher.matches() || !isStream(matcher.group(1))) {
                throw Requests.malformed(Answers.POSITION);
            }
            positions.add(new Position(matcher.group(1), Long.parseLong(matcher.group(2))));
        }
        return positions;
    }

    private static boolean isStream(String name) {
        try {
            StreamId.parse(name);
            return true;
        } catch (IllegalArgumentException unknownKind) {
            return false;
        }
    }
}
