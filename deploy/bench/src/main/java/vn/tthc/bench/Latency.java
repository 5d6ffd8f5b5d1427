package vn.tthc.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Times of one kind of request, to three digits, up to a minute. */
final class Latency {
    private static final long HIGHEST = TimeUnit.MINUTES.toNanos(1);

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(HIGHEST, 3);

    void record(long elapsedNanos) {
        nanos.recordValue(Math.clamp(elapsedNanos, 0, HIGHEST));
    }

    long count() {
        return nanos.getTotalCount();
    }

    double millis(double percentile) {
        return round(nanos.getValueAtPercentile(percentile) / 1e6);
    }

    /** The figures of a report. */
    Map<String, Object> report() {
        Histogram taken = nanos.copy();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("count", taken.getTotalCount());
        figures.put("p50Ms", round(taken.getValueAtPercentile(50) / 1e6));
        figures.put("p90Ms", round(taken.getValueAtPercentile(90) / 1e6));
        figures.put("p99Ms", round(taken.getValueAtPercentile(99) / 1e6));
        figures.put("maxMs", round(taken.getMaxValue() / 1e6));
        return figures;
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
