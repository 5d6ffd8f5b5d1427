package vn.tthc.law.clock;

import java.util.List;

/** The sessions of one kind of day, in nanoseconds of the day, with the working time before each. */
final class DayPattern {
    static final DayPattern CLOSED = new DayPattern(List.of());

    private final List<Session> sessions;
    private final long[] opens;
    private final long[] closes;
    private final long[] before;
    private final long total;

    DayPattern(List<Session> sessions) {
        this.sessions = List.copyOf(sessions);
        opens = sessions.stream().mapToLong(s -> s.open().toNanoOfDay()).toArray();
        closes = sessions.stream().mapToLong(s -> s.close().toNanoOfDay()).toArray();
        before = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            before[i] = sum;
            sum += closes[i] - opens[i];
        }
        total = sum;
    }

    List<Session> sessions() {
        return sessions;
    }

    /** Working nanoseconds of the whole day. */
    long total() {
        return total;
    }

    /** Working nanoseconds before this moment of the day. */
    long worked(long nanoOfDay) {
        for (int i = opens.length - 1; i >= 0; i--) {
            if (nanoOfDay >= opens[i]) {
                return before[i] + Math.min(nanoOfDay, closes[i]) - opens[i];
            }
        }
        return 0;
    }

    /** The first moment of the day by which so much has been worked; more than none, no more than the total. */
    long momentOf(long worked) {
        int i = opens.length - 1;
        while (before[i] >= worked) {
            i--;
        }
        return opens[i] + worked - before[i];
    }

    /** The moment itself when the office is open, else the next opening of the day, or -1 when there is none. */
    long nextOpen(long nanoOfDay) {
        for (int i = 0; i < opens.length; i++) {
            if (nanoOfDay < closes[i]) {
                return Math.max(nanoOfDay, opens[i]);
            }
        }
        return -1;
    }
}
