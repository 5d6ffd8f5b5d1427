package vn.tthc.query.lookup;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.web.Problem;
import vn.tthc.query.dossierview.DossierKeys;

/**
 * Lets the public's questions through, not too many of them: per address, per code and in all. Whoever asks for what
 * there is not, again and again, looks for numbers to try and is turned away for longer. Known and unknown codes are
 * counted alike, so that no refusal tells one from the other. What is turned away for its address or code takes nothing
 * from the others.
 */
final class LookupGate {
    private static final Logger LOG = LoggerFactory.getLogger(LookupGate.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final boolean limited;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> codes;
    private final LoadingCache<String, Bucket> misses;
    private final Bucket all;
    private final Counter byAddress;
    private final Counter byCode;
    private final Counter byAll;
    private final Counter byMisses;
    private final Counter missed;
    private final Counter scanners;

    LookupGate(LookupSettings settings, TimeMeter time, MeterRegistry meters) {
        this.limited = settings.limited();
        this.addresses = buckets(settings.perAddress(), MINUTE, settings.remembered(), time);
        this.codes = buckets(settings.perCode(), MINUTE, settings.remembered(), time);
        this.misses = buckets(settings.misses(), settings.missesWithin(), settings.remembered(), time);
        this.all = bucket(settings.global(), Duration.ofSeconds(1), time);
        this.byAddress = refused(meters, "address");
        this.byCode = refused(meters, "code");
        this.byAll = refused(meters, "all");
        this.byMisses = refused(meters, "misses");
        this.missed = Counter.builder("tthc.lookup.missed")
                .description("Look-ups that opened nothing")
                .register(meters);
        this.scanners = Counter.builder("tthc.lookup.scanners")
                .description("Times an address was taken for one that tries numbers; raise an alarm on any")
                .register(meters);
    }

    private static Counter refused(MeterRegistry meters, String by) {
        return Counter.builder("tthc.lookup.refused")
                .tag("by", by)
                .description("Look-ups turned away")
                .register(meters);
    }

    private static LoadingCache<String, Bucket> buckets(long most, Duration within, long remembered, TimeMeter time) {
        return Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(within.multipliedBy(2))
                .build(key -> bucket(most, within, time));
    }

    private static Bucket bucket(long most, Duration within, TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, within))
                .build();
    }

    /**
     * Lets a question in.
     *
     * @throws Problem 429 with the time to wait, when it is one too many
     */
    void enter(String address, String code) {
        if (!limited) {
            return;
        }
        EstimationProbe left = misses.get(address).estimateAbilityToConsume(1);
        if (!left.canBeConsumed()) {
            throw refused(byMisses, left.getNanosToWaitForRefill());
        }
        take(addresses.get(address), byAddress);
        take(codes.get(DossierKeys.normalised(code)), byCode);
        take(all, byAll);
    }

    private static void take(Bucket bucket, Counter counter) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refused(counter, probe.getNanosToWaitForRefill());
        }
    }

    private static Problem refused(Counter counter, long nanos) {
        counter.increment();
        return Problem.tooManyRequests(Duration.ofNanos(nanos));
    }

    /** A question of that address opened nothing. */
    void missed(String address) {
        missed.increment();
        if (!limited) {
            return;
        }
        Bucket left = misses.get(address);
        left.tryConsume(1);
        if (left.getAvailableTokens() == 0) {
            scanners.increment();
            LOG.warn("An address is turned away for a while: too many of its look-ups opened nothing");
        }
    }
}
