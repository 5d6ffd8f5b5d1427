package vn.tthc.postal.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.postal.PostalEvent.Leg;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.Silence;
import vn.tthc.postal.domain.SilenceLimits;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.Csv;
import vn.tthc.postal.reference.PostalPoints;

/** Items are woken when the time of their leg is over. The key carries the point, as a timer knows nothing of its item. */
@Component
class SilenceTimers implements TimerRule {
    private static final String RESOURCE = "/reference/silence-limits.csv";
    private static final String HEADER = "leg,validFrom,workingMinutes,source";
    private static final String KEY = "silence/";

    private final ItemReader items;
    private final PostalPoints points;
    private final SilenceLimits limits;

    SilenceTimers(ItemReader items, PostalPoints points) {
        this.items = items;
        this.points = points;
        this.limits = new SilenceLimits(Csv.read(RESOURCE, HEADER, SilenceTimers::limit));
    }

    private static SilenceLimits.Limit limit(List<String> row) {
        return new SilenceLimits.Limit(
                Leg.valueOf(row.get(0)), LocalDate.parse(row.get(1)), Duration.ofMinutes(Long.parseLong(row.get(2))));
    }

    @Override
    public StreamType streams() {
        return StreamType.ITEM;
    }

    @Override
    public List<Timer> timers(StreamId stream, long version) {
        return items
                .upTo(stream, version)
                .flatMap(item -> Silence.of(item, limits)
                        .map(silence -> new Timer(
                                KEY
                                        + (silence.point() == null
                                                ? points.fetching(
                                                        item.item().from().id())
                                                : silence.point()),
                                silence.due())))
                .stream()
                .toList();
    }

    @Override
    public Object command(Timer timer, Instant now) {
        return new ItemCommand.NoticeSilence(now, timer.key().substring(KEY.length()), limits);
    }
}
