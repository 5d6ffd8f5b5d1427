package vn.tthc.postal.money;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.Till;
import vn.tthc.postal.domain.TillState;
import vn.tthc.postal.reference.PostalPoints;

/** Reads tills back from their streams, each named by point and day. */
@Component
class Tills {
    private final Streams streams;
    private final PostalPoints points;
    private final InstantSource clock;

    Tills(Streams streams, PostalPoints points, InstantSource clock) {
        this.streams = streams;
        this.points = points;
        this.clock = clock;
    }

    /**
     * The till of a point and day.
     *
     * @throws Problem 404 when there is no such point, or the day is still to come
     */
    StreamId stream(String point, LocalDate day) {
        LocalDate today = VietnamTime.date(clock.instant());
        if (points.find(point).isEmpty() || day.isAfter(today) || day.getYear() < 2000) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return new StreamId(StreamType.TILL, point + "-" + day);
    }

    /** Whether a payment of that id was told, so that telling it again gets its first answer. */
    boolean has(StreamId stream, String paymentId) {
        return find(stream)
                .filter(loaded -> loaded.state().payments().containsKey(paymentId))
                .isPresent();
    }

    /** The till of a stream; empty when nothing was told of it. */
    Optional<Loaded<TillState>> find(StreamId stream) {
        Loaded<TillState> loaded =
                streams.load(stream, TillState.NONE, (till, event) -> Till.evolve(till, (TillEvent) event));
        return loaded.version() == 0 ? Optional.empty() : Optional.of(loaded);
    }
}
