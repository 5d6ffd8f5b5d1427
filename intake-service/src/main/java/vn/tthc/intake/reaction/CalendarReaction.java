package vn.tthc.intake.reaction;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.clock.ClockRuleBook;
import vn.tthc.intake.domain.ClockCommand;
import vn.tthc.intake.domain.DossierClock;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.StreamHead;

/**
 * A new version of a calendar: computes the due date of every open live dossier on that calendar anew. Interrupted, it
 * begins again and finds by cause what it did already. A reception that was computed with the version before, and
 * committed after the walk had passed its place, is caught by its own event.
 */
@Component
class CalendarReaction implements Reaction {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarReaction.class);
    private static final String ROLE = "rederive";
    private static final int PAGE = 500;

    private final EventLog log;
    private final Dossiers dossiers;
    private final Commands commands;
    private final ClockRuleBook rules;
    private final PublishedCalendars calendars;
    private final Now now;

    CalendarReaction(
            EventLog log,
            Dossiers dossiers,
            Commands commands,
            ClockRuleBook rules,
            PublishedCalendars calendars,
            Now now) {
        this.log = log;
        this.dossiers = dossiers;
        this.commands = commands;
        this.rules = rules;
        this.calendars = calendars;
        this.now = now;
    }

    @Override
    public String name() {
        return "intake-calendar";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE, Topics.DOSSIER);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof ReferenceEvent.CalendarPublished published) {
            // Told again from the beginning of time, only the newest version may move anything.
            if (published.content() != null
                    && newest(published.version()).version().equals(published.version())) {
                walk(received, published);
            }
        } else if (received.event() instanceof DossierEvent.Received reception) {
            WorkingCalendar newest = newest(reception.calendarVersion());
            if (!newest.version().equals(reception.calendarVersion())) {
                StreamId dossier = StreamId.parse(received.envelope().stream());
                rederive(dossiers.find(dossier.id()), newest.version(), calendars.decision(newest.version()), received);
            }
        }
    }

    private void walk(ReceivedEvent received, ReferenceEvent.CalendarPublished published) {
        String prefix = StreamType.DOSSIER.prefix() + "-";
        @Nullable String after = null;
        long moved = 0;
        List<StreamHead> heads;
        do {
            heads = log.heads(after, prefix, PAGE);
            for (StreamHead head : heads) {
                Found dossier = dossiers.find(StreamId.parse(head.stream()).id());
                String decision = Objects.requireNonNullElse(published.decision(), published.version());
                moved += rederive(dossier, published.version(), decision, received) ? 1 : 0;
                after = head.stream();
            }
        } while (heads.size() == PAGE);
        LOG.info("calendar {}: {} due dates moved", published.version(), moved);
    }

    /** Whether the due date moved. */
    private boolean rederive(Found dossier, String version, String decision, ReceivedEvent received) {
        DossierState state = dossier.state();
        DossierClock clock = state.clock();
        boolean concerned = clock != null
                && clock.calendarVersion() != null
                && state.standing() != null
                && !state.standing().over()
                && newest(clock.calendarVersion()).version().equals(version);
        if (!concerned) {
            return false;
        }
        Instant at = now.instant();
        CommandContext context = CommandContext.reaction(
                "intake",
                new Cause(received.envelope().stream(), received.envelope().version(), ROLE),
                received.envelope().correlation(),
                Origin.LIVE,
                dossier.procedure());
        ClockCommand command = new ClockCommand.Rederive(
                at.isBefore(state.lastAt()) ? state.lastAt() : at, version, decision, rules.of(dossier.procedure()));
        return switch (commands.send(dossier.stream(), command, context)) {
            case Outcome.Done done -> done.commit() != null && !done.repeated();
            case Outcome.Refused refused ->
                throw new IllegalStateException(dossier.stream() + " would not take the calendar " + version + ": "
                        + refused.refusal().code().name());
            case Outcome.Stale stale -> throw new IllegalStateException("a fact expects no version");
            case Outcome.KeyReused reused -> throw new IllegalStateException("a fact has no key");
        };
    }

    private WorkingCalendar newest(String version) {
        return calendars.newest(version);
    }
}
