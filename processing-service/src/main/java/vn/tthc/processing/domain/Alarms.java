package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.tthc.contracts.cases.CaseEvent;

/**
 * What has been raised about a case; nothing is raised twice.
 *
 * @param raised when each subject was raised
 * @param escalated the subjects that went to the next in line
 * @param apologies the due dates for which an apology was drafted, each with the date proposed
 */
public record Alarms(Map<String, Instant> raised, Set<String> escalated, Map<Instant, Instant> apologies) {
    static final Alarms NONE = new Alarms(Map.of(), Set.of(), Map.of());

    public Alarms {
        raised = Map.copyOf(raised);
        escalated = Set.copyOf(escalated);
        apologies = Map.copyOf(apologies);
    }

    Alarms with(CaseEvent.AlarmRaised event) {
        Map<String, Instant> more = new HashMap<>(raised);
        more.put(event.subject(), event.occurredAt());
        return new Alarms(more, escalated, apologies);
    }

    Alarms with(CaseEvent.Escalated event) {
        Set<String> more = new HashSet<>(escalated);
        more.add(event.subject());
        return new Alarms(raised, more, apologies);
    }

    Alarms with(CaseEvent.ApologyDrafted event) {
        Map<Instant, Instant> more = new HashMap<>(apologies);
        more.put(event.dueAt(), event.proposedAt());
        return new Alarms(raised, escalated, more);
    }
}
