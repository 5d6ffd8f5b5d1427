package vn.tthc.processing.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.operation.StaffEvent;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AgencyTree;
import vn.tthc.platform.access.AgencyTrees;
import vn.tthc.platform.command.Streams;
import vn.tthc.processing.domain.Staff;

/** Who does the work of whom. */
@Component
public class Absences {
    private final Streams streams;
    private final AgencyTrees trees;

    Absences(Streams streams, AgencyTrees trees) {
        this.streams = streams;
        this.trees = trees;
    }

    static StreamId stream(String officer) {
        return new StreamId(StreamType.OFFICER, officer);
    }

    /**
     * Who stands in for an officer in the work of an agency at that moment; null when the officer is there, or everybody
     * in the line is away. An absence concerns the agency it was declared for and those it has taken the place of.
     */
    public @Nullable String standIn(String officer, String agency, Instant at) {
        LocalDate day = VietnamTime.date(at);
        AgencyTree tree = trees.now();
        Set<String> asked = new HashSet<>();
        String who = officer;
        while (asked.add(who)) {
            Optional<String> next =
                    of(who).standIn(at, absent -> tree.own(absent, day).contains(agency));
            if (next.isEmpty()) {
                return who.equals(officer) ? null : who;
            }
            who = next.get();
        }
        return null;
    }

    /** Whether an absence declared for an agency concerns the work of another. */
    public boolean concerns(@Nullable String absent, String agency, Instant at) {
        return absent == null || trees.now().own(absent, VietnamTime.date(at)).contains(agency);
    }

    Staff of(String officer) {
        return streams.load(stream(officer), Staff.PRESENT, (state, event) -> Staff.evolve(state, (StaffEvent) event))
                .state();
    }
}
