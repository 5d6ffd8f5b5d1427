package vn.tthc.platform.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The keys used last, unwrapped. Never holds one that was forgotten while it was being fetched. */
final class KeyCache {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, byte[]> keys;
    private long forgotten;

    /**
     * An empty cache.
     *
     * @param most how many keys it holds
     */
    KeyCache(int most) {
        this.keys = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > most;
            }
        };
    }

    Optional<byte[]> get(String person, Function<String, Optional<byte[]>> fetch) {
        long before;
        lock.lock();
        try {
            byte[] known = keys.get(person);
            if (known != null) {
                return Optional.of(known);
            }
            before = forgotten;
        } finally {
            lock.unlock();
        }
        Optional<byte[]> fetched = fetch.apply(person);
        fetched.ifPresent(key -> put(person, key, before));
        return fetched;
    }

    void put(String person, byte[] key) {
        put(person, key, Long.MAX_VALUE);
    }

    private void put(String person, byte[] key, long before) {
        lock.lock();
        try {
            if (before >= forgotten) {
                keys.put(person, key);
            }
        } finally {
            lock.unlock();
        }
    }

    void forget(String person) {
        lock.lock();
        try {
            forgotten++;
            keys.remove(person);
        } finally {
            lock.unlock();
        }
    }
}
