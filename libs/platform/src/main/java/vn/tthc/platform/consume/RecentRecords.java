package vn.tthc.platform.consume;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, and remembers those read lately: every consumer of a service reads the same ones at about the same
 * time. What is remembered counts for the same bytes alone, so that it does not matter what becomes of a topic.
 */
final class RecentRecords {
    static final int MOST = 1_000;

    /** A few kilobytes are usual; longer ones would make the bound by number one of many megabytes. */
    static final int LONGEST = 8 * 1024;

    private final Located.Finder finder;
    private final Map<Place, Reading> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Reading> eldest) {
            return size() > MOST;
        }
    };

    RecentRecords(Located.Finder finder) {
        this.finder = finder;
    }

    /** Where a record stood. */
    private record Place(String topic, int partition, long offset) {}

    /** For those who read each record once. */
    Located.Finder finder() {
        return finder;
    }

    /** Reads a record, or answers what another consumer has read. */
    Located find(RawRecord raw) {
        byte[] value = raw.value();
        if (value == null || value.length > LONGEST) {
            return finder.find(raw);
        }
        return reading(raw).located();
    }

    private synchronized Reading reading(RawRecord raw) {
        Place place = new Place(raw.topic(), raw.partition(), raw.offset());
        Reading before = known.get(place);
        if (before != null && before.isOf(raw)) {
            return before;
        }
        Reading reading = new Reading(raw);
        known.put(place, reading);
        return reading;
    }

    /** What one consumer reads and others who come meanwhile wait for. */
    private final class Reading {
        private final RawRecord raw;
        private @Nullable Located located;

        Reading(RawRecord raw) {
            this.raw = raw;
        }

        boolean isOf(RawRecord other) {
            return Arrays.equals(raw.value(), other.value())
                    && raw.headers().equals(other.headers())
                    && Objects.equals(raw.key(), other.key());
        }

        synchronized Located located() {
            Located found = located;
            if (found == null) {
                found = finder.find(raw);
                located = found;
            }
            return found;
        }
    }
}
