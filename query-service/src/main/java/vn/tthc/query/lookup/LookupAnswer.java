package vn.tthc.query.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;
import vn.tthc.law.Verdict;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Shown;
import vn.tthc.query.text.Bilingual;
import vn.tthc.query.timeline.Fact;
import vn.tthc.query.timeline.Timeline;

/**
 * What the holder of number and secret is told.
 *
 * @param applicant name, masked
 * @param timeline what happened and is meant for citizens, oldest first
 * @param earlierOmitted whether there are older facts than those
 * @param parked whether a record of it could not be taken, so that this may be behind
 * @param positions how far each of its streams has been taken
 * @param asOf everything recorded before this moment is in here; null while a source has not said yet
 */
record LookupAnswer(
        @Nullable String number,
        @Nullable String code,
        @Nullable String portalCode,
        Shown.@Nullable Coded status,
        @Nullable String procedure,
        @Nullable Bilingual procedureName,
        @Nullable Channel channel,
        @Nullable Bilingual channelName,
        @Nullable String applicant,
        @Nullable Instant filedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Instant returnedAt,
        @Nullable Verdict verdict,
        @Nullable Bilingual verdictName,
        Shown.@Nullable Refusal refusal,
        List<Shown.Wait> waits,
        @Nullable Instant promisedAt,
        Shown.@Nullable Supplement supplement,
        Shown.@Nullable Holder holder,
        Shown.@Nullable Transit inTransit,
        Shown.@Nullable Next next,
        List<Shown.Item> items,
        List<Told> timeline,
        boolean earlierOmitted,
        boolean parked,
        Map<String, Long> positions,
        @Nullable Instant asOf) {

    /** A fact in plain words; {@code agency} in both languages when it happened at one. */
    record Told(Instant at, String vi, String en, @Nullable Bilingual agency) {}

    static LookupAnswer of(
            DossierView view,
            @Nullable String applicant,
            Timeline.Facts newestFirst,
            boolean parked,
            @Nullable Instant asOf) {
        Shown shown = view.shown();
        return new LookupAnswer(
                shown.number(),
                shown.code(),
                shown.portalCode(),
                shown.status(),
                shown.procedure(),
                shown.procedureName(),
                shown.channel(),
                shown.channelName(),
                applicant,
                shown.filedAt(),
                shown.receivedAt(),
                shown.dueAt(),
                shown.endedAt(),
                shown.returnedAt(),
                shown.verdict(),
                shown.verdictName(),
                shown.refusal(),
                shown.waits(),
                shown.promisedAt(),
                shown.supplement(),
                shown.holder(),
                shown.inTransit(),
                shown.next(),
                shown.items(),
                newestFirst.facts().reversed().stream().map(LookupAnswer::told).toList(),
                newestFirst.next() != null,
                parked,
                view.positions(),
                asOf);
    }

    private static Told told(Fact fact) {
        return new Told(fact.at(), fact.text().vi(), fact.text().en(), fact.agency());
    }
}
