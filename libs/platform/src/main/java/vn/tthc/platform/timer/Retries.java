package vn.tthc.platform.timer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.tthc.platform.relay.Backoff;

/**
 * Which due timers have been raised lately and are left alone for a while: until the event that ends them is back from
 * its topic, or before the next try when it failed. Known to this process only; to raise a timer twice is harmless.
 */
final class Retries {
    private final Backoff backoff;
    private final Map<String, Try> tries = new HashMap<>();

    Retries(Backoff backoff) {
        this.backoff = backoff;
    }

    private record Try(Instant due, int count, Instant next) {}

    boolean waits(StoredTimer timer, Instant now) {
        Try last = tries.get(timer.id());
        return last != null && last.due().equals(timer.due()) && now.isBefore(last.next());
    }

    void tried(StoredTimer timer, Instant now) {
        Try last = tries.get(timer.id());
        int count = last != null && last.due().equals(timer.due()) ? last.count() + 1 : 1;
        tries.put(timer.id(), new Try(timer.due(), count, now.plus(backoff.after(count))));
    }

    /** Forgets all others. */
    void keep(Set<String> ids) {
        tries.keySet().retainAll(ids);
    }
}
