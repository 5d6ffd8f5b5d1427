package vn.tthc.platform.timer;

import java.time.Instant;

/**
 * A moment at which a stream has something to decide.
 *
 * @param key what it is about, unique in its stream: the same key with another moment is the same timer, moved
 * @param due the moment; together with the key it names one occurrence, which is raised at most once
 */
public record Timer(String key, Instant due) {
    private static final int LONGEST = 200;

    public Timer {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new IllegalArgumentException("not a key for a timer: " + key);
        }
    }
}
