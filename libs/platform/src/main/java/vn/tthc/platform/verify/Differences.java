package vn.tthc.platform.verify;

import java.util.ArrayList;
import java.util.List;

/** Counts every difference and keeps the first hundred to show. */
final class Differences {
    private static final int SHOWN = 100;

    private final List<Difference> shown = new ArrayList<>();
    private long count;

    void add(String kind, String where, long version, String detail) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(new Difference(kind, where, version, detail));
        }
    }

    long count() {
        return count;
    }

    List<Difference> shown() {
        return List.copyOf(shown);
    }
}
