package vn.tthc.processing.absence;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.operation.StaffEvent;
import vn.tthc.platform.command.Streams;
import vn.tthc.processing.domain.Staff;

/** Who does the work of whom. */
@Component
public class Absences {
    private final Streams streams;

    Absences(Streams streams) {
        this.streams = streams;
    }

    static StreamId stream(String officer) {
        return new StreamId(StreamType.OFFICER, officer);
    }

    /** Who stands in for an officer at that moment; null when the officer is there, or everybody in the line is away. */
    public @Nullable String standIn(String officer, Instant at) {
        Set<String> asked = new HashSet<>();
        String who = officer;
        while (asked.add(who)) {
            Optional<String> next = of(who).standIn(at);
            if (next.isEmpty()) {
                return who.equals(officer) ? null : who;
            }
            who = next.get();
        }
        return null;
    }

    Staff of(String officer) {
        return streams.load(stream(officer), Staff.PRESENT, (state, event) -> Staff.evolve(state, (StaffEvent) event))
                .state();
    }
}
