package vn.tthc.processing.timer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;
import vn.tthc.processing.agency.Successions;
import vn.tthc.processing.desk.CaseReader;
import vn.tthc.processing.domain.CaseCommand;
import vn.tthc.processing.domain.CaseTimers;
import vn.tthc.processing.domain.Subject;

/** Cases are woken when papers lie about, a step or the law's term is nearly or wholly used, or an agency ends. */
@Component
class CaseTimerRule implements TimerRule {
    private final CaseReader cases;
    private final Successions successions;

    CaseTimerRule(CaseReader cases, Successions successions) {
        this.cases = cases;
        this.successions = successions;
    }

    @Override
    public StreamType streams() {
        return StreamType.CASE;
    }

    @Override
    public List<Timer> timers(StreamId stream, long version) {
        return CaseTimers.of(cases.upTo(stream, version)).stream()
                .map(moment -> new Timer(moment.key(), moment.due()))
                .toList();
    }

    @Override
    public Object command(Timer timer, Instant now) {
        Optional<String> agency = Subject.endingAgency(timer.key());
        Optional<AgencyRef> successor = agency.flatMap(id -> successions.successor(id, now));
        return successor.isPresent()
                ? new CaseCommand.Succeed(now, agency.orElseThrow(), successor.get())
                : new CaseCommand.TimeCame(now, timer.key(), timer.due());
    }
}
