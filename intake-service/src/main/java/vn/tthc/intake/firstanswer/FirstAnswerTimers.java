package vn.tthc.intake.firstanswer;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.domain.Dossier;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.FirstAnswer;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;

/** The timer of a dossier: while its first answer is waited for, the moment that answer is due. */
@Component
class FirstAnswerTimers implements TimerRule {
    private static final String KEY = "first-answer";

    private final Streams streams;
    private final PublishedCalendars calendars;

    FirstAnswerTimers(Streams streams, PublishedCalendars calendars) {
        this.streams = streams;
        this.calendars = calendars;
    }

    @Override
    public StreamType streams() {
        return StreamType.DOSSIER;
    }

    @Override
    public List<Timer> timers(StreamId stream, long version) {
        DossierState state = streams.load(
                        stream,
                        version,
                        DossierState.NONE,
                        (before, event) -> Dossier.evolve(before, (DossierEvent) event))
                .state();
        DossierState.Filing filing = state.filing();
        if (filing == null) {
            return List.of();
        }
        Instant due = FirstAnswer.dueAt(
                state, calendars.of(filing.places().receiving().id()));
        return due == null ? List.of() : List.of(new Timer(KEY, due));
    }

    @Override
    public Object command(Timer timer, Instant now) {
        return new DossierCommand.RaiseAnswerOverdue(now, timer.due());
    }
}
