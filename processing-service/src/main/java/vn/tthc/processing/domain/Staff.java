package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.operation.StaffEvent;

/**
 * The absences of one officer.
 *
 * @param absences those there are, by id
 */
public record Staff(Map<String, Absence> absences) {
    /** Never absent. */
    public static final Staff PRESENT = new Staff(Map.of());

    public Staff {
        absences = Map.copyOf(absences);
    }

    /**
     * An absence, from a moment until another.
     *
     * @param officer who is away
     * @param agency the agency whose work it concerns, null for any
     * @param standIn who does the work meanwhile
     * @param begun whether its beginning has been acted upon
     */
    public record Absence(
            String officer, @Nullable String agency, Instant from, Instant to, String standIn, boolean begun) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        boolean overlaps(@Nullable String otherAgency, Instant otherFrom, Instant otherTo) {
            boolean same = agency == null || otherAgency == null || agency.equals(otherAgency);
            return same && from.isBefore(otherTo) && otherFrom.isBefore(to);
        }
    }

    /**
     * Who stands in at that moment, or empty when the officer is there.
     *
     * @param concerns whether an absence of that agency concerns the work that is asked for
     */
    public Optional<String> standIn(Instant at, Predicate<String> concerns) {
        return absences.values().stream()
                .filter(absence -> absence.covers(at))
                .filter(absence -> absence.agency() == null || concerns.test(absence.agency()))
                .map(Absence::standIn)
                .findFirst();
    }

    /** What follows from a command, or why it may not be. */
    public static Decision<StaffEvent> decide(Staff state, StaffCommand command) {
        return switch (command) {
            case StaffCommand.Declare declare -> state.declare(declare);
            case StaffCommand.Begin begin -> {
                Absence absence = state.absences.get(begin.absenceId());
                yield absence != null && !absence.begun() && !begin.at().isBefore(absence.from())
                        ? Decision.accept(new StaffEvent.AbsenceBegun(
                                begin.at(), begin.absenceId(), absence.officer(), absence.agency(), absence.standIn()))
                        : Decision.accept();
            }
            case StaffCommand.End end -> {
                Absence absence = state.absences.get(end.absenceId());
                yield absence == null
                        ? Decision.refuse(
                                CaseProblem.UNKNOWN_ABSENCE, "absenceId", Map.of("absenceId", end.absenceId()))
                        : Decision.accept(new StaffEvent.AbsenceEnded(end.at(), end.absenceId(), absence.officer()));
            }
        };
    }

    private Decision<StaffEvent> declare(StaffCommand.Declare command) {
        if (!command.from().isBefore(command.to()) || !command.to().isAfter(command.at())) {
            return Decision.refuse(CaseProblem.ABSENCE_WITHOUT_TIME, "to", Map.of());
        }
        if (command.standIn().equals(command.officer())) {
            return Decision.refuse(CaseProblem.STAND_IN_FOR_ONESELF, "standIn", Map.of());
        }
        boolean overlapping = absences.values().stream()
                .anyMatch(absence -> absence.overlaps(command.agency(), command.from(), command.to()));
        return overlapping
                ? Decision.refuse(CaseProblem.ABSENCE_OVERLAPS, "from", Map.of())
                : Decision.accept(new StaffEvent.AbsenceDeclared(
                        command.at(),
                        command.absenceId(),
                        command.officer(),
                        command.agency(),
                        command.from(),
                        command.to(),
                        command.standIn()));
    }

    /** The state after an event. */
    public static Staff evolve(Staff state, StaffEvent event) {
        Map<String, Absence> absences = new HashMap<>(state.absences);
        switch (event) {
            case StaffEvent.AbsenceDeclared e ->
                absences.put(e.absenceId(), new Absence(e.officer(), e.agency(), e.from(), e.to(), e.standIn(), false));
            case StaffEvent.AbsenceBegun e ->
                absences.computeIfPresent(
                        e.absenceId(),
                        (id, a) -> new Absence(a.officer(), a.agency(), a.from(), a.to(), a.standIn(), true));
            case StaffEvent.AbsenceEnded e -> absences.remove(e.absenceId());
        }
        return new Staff(absences);
    }

    /** The absences whose beginning is still to come, by id. */
    public List<Map.Entry<String, Absence>> toCome() {
        return absences.entrySet().stream()
                .filter(absence -> !absence.getValue().begun())
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }
}
