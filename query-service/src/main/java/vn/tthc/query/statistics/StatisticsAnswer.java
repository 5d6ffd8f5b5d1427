package vn.tthc.query.statistics;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;

/**
 * Figures of a source, or of all.
 *
 * @param source the source asked for; null for all
 * @param agency the responsible agency asked for; null for all
 * @param dossiers how many there are
 * @param received how many have been received
 * @param recordedSteps steps recorded outside a flow
 * @param finished how many have ended
 * @param onTime of those, how many in time
 * @param late of those, how many late; one without a due date is neither
 * @param open received and neither ended nor stopped
 * @param returned how many results are with the citizen
 * @param stopped how many were withdrawn
 * @param supplementedAgain how many were asked for supplements more than once: overdue in the 766 index
 * @param channels dossiers by channel
 * @param byStatus dossiers by code of their official status
 * @param byAgency dossiers by responsible agency; empty when one was asked for
 * @param byLevel dossiers by level of the responsible agency
 * @param anomalies what does not fit together
 * @param asOf everything recorded before this moment is in here; null while a source has not said yet
 */
record StatisticsAnswer(
        @Nullable String source,
        @Nullable String agency,
        long dossiers,
        long received,
        long recordedSteps,
        long finished,
        long onTime,
        long late,
        long open,
        long returned,
        long stopped,
        long supplementedAgain,
        Map<Channel, Long> channels,
        Map<Integer, Long> byStatus,
        Map<String, Long> byAgency,
        Map<String, Long> byLevel,
        Anomalies anomalies,
        @Nullable Instant asOf) {

    /** Counts of dossiers, and for {@code stepsAfterEnd} of steps. */
    record Anomalies(
            long endedBeforeReception,
            long stepsAfterEnd,
            long dossiersWithStepsAfterEnd,
            long deadlineBeforeReception) {}

    static StatisticsAnswer of(
            @Nullable String source, @Nullable String agency, Map<String, Long> sums, @Nullable Instant asOf) {
        Map<Channel, Long> channels = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            channels.put(channel, sum(sums, Contribution.CHANNEL + channel.name()));
        }
        Map<Integer, Long> byStatus = new TreeMap<>();
        under(sums, Contribution.STATUS).forEach((code, count) -> byStatus.put(Integer.valueOf(code), count));
        return new StatisticsAnswer(
                source,
                agency,
                sum(sums, Contribution.DOSSIERS),
                sum(sums, Contribution.RECEIVED),
                sum(sums, Contribution.RECORDED_STEPS),
                sum(sums, Contribution.FINISHED),
                sum(sums, Contribution.ON_TIME),
                sum(sums, Contribution.LATE),
                sum(sums, Contribution.OPEN),
                sum(sums, Contribution.RETURNED),
                sum(sums, Contribution.STOPPED),
                sum(sums, Contribution.SUPPLEMENTED_AGAIN),
                channels,
                byStatus,
                under(sums, Contribution.AGENCY),
                under(sums, Contribution.LEVEL),
                new Anomalies(
                        sum(sums, Contribution.ENDED_BEFORE_RECEPTION),
                        sum(sums, Contribution.STEPS_AFTER_END),
                        sum(sums, Contribution.DOSSIERS_WITH_STEPS_AFTER_END),
                        sum(sums, Contribution.DEADLINE_BEFORE_RECEPTION)),
                asOf);
    }

    private static long sum(Map<String, Long> sums, String counter) {
        return sums.getOrDefault(counter, 0L);
    }

    private static Map<String, Long> under(Map<String, Long> sums, String prefix) {
        Map<String, Long> found = new TreeMap<>();
        sums.forEach((counter, count) -> {
            if (counter.startsWith(prefix) && count != 0) {
                found.put(counter.substring(prefix.length()), count);
            }
        });
        return found;
    }
}
