package vn.tthc.processing.timer;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.operation.StaffEvent;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;
import vn.tthc.processing.domain.Staff;
import vn.tthc.processing.domain.StaffCommand;

/** An absence begins when its first moment has come. */
@Component
class AbsenceTimerRule implements TimerRule {
    private final Streams streams;

    AbsenceTimerRule(Streams streams) {
        this.streams = streams;
    }

    @Override
    public StreamType streams() {
        return StreamType.OFFICER;
    }

    @Override
    public List<Timer> timers(StreamId stream, long version) {
        Staff staff = streams.load(
                        stream, version, Staff.PRESENT, (state, event) -> Staff.evolve(state, (StaffEvent) event))
                .state();
        return staff.toCome().stream()
                .map(absence -> new Timer(absence.getKey(), absence.getValue().from()))
                .toList();
    }

    @Override
    public Object command(Timer timer, Instant now) {
        return new StaffCommand.Begin(now, timer.key());
    }
}
