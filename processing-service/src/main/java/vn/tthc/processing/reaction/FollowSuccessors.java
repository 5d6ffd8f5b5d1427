package vn.tthc.processing.reaction;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.processing.agency.Successions;

/**
 * When it is published that an agency has ended, its open cases go to its successor. One that will end later is followed
 * by a timer of each case, if the case's own file knows its last day.
 */
@Component
class FollowSuccessors implements Reaction {
    private final Successions successions;
    private final InstantSource clock;

    FollowSuccessors(Successions successions, InstantSource clock) {
        this.successions = successions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follow-successors";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof ReferenceEvent.AgencyRegistered registered) {
            Agency agency = registered.agency();
            Instant now = clock.instant();
            if (!agency.successors().isEmpty() && !agency.ref().validOn(VietnamTime.date(now))) {
                successions
                        .successor(agency.id(), now)
                        .ifPresent(successor -> successions.move(
                                agency.id(),
                                successor,
                                now,
                                Successions.byItself(),
                                received.envelope().correlation()));
            }
        }
    }
}
