package vn.tthc.intake.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.law.Level;

/**
 * A procedure's flow with the agency of each step. Whether those agencies exist today is not asked here but where the
 * hand-over is decided.
 *
 * @param steps the steps that have one
 * @param unresolved the steps for which there is no agency
 */
record Flow(List<FlowStep> steps, List<Procedure.Step> unresolved) {
    private static final int MINUTES_PER_HOUR = 60;

    Flow {
        steps = List.copyOf(steps);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * Resolves a flow: {@code COMPETENT} is the competent agency or the nearest one above it at the step's level,
     * {@code PARENT} the nearest one strictly above it at that level, {@code FIXED} the agency named.
     *
     * @param lineage the competent agency and those above it, nearest first
     * @param agency finds an agency by its id
     */
    static Flow of(Procedure procedure, List<Agency> lineage, Function<String, Optional<Agency>> agency) {
        List<FlowStep> steps = new ArrayList<>();
        List<Procedure.Step> unresolved = new ArrayList<>();
        for (Procedure.Step step : procedure.steps()) {
            Optional<Agency> found = switch (step.agencyRule()) {
                case "COMPETENT" -> atLevel(lineage, step.level());
                case "PARENT" -> atLevel(lineage.subList(1, lineage.size()), step.level());
                case "FIXED" -> Optional.ofNullable(step.agency()).flatMap(agency);
                default -> throw new IllegalStateException("no agency rule " + step.agencyRule());
            };
            found.ifPresentOrElse(at -> steps.add(resolved(step, at)), () -> unresolved.add(step));
        }
        return new Flow(steps, unresolved);
    }

    /** The flow with another agency for its first step, and for every other step the agency it replaces would do. */
    Flow beginningAt(Agency chosen) {
        if (steps.isEmpty()) {
            return this;
        }
        String replaced = steps.getFirst().agency().id();
        return new Flow(
                steps.stream()
                        .map(step -> step.agency().id().equals(replaced) ? step.at(chosen.ref()) : step)
                        .toList(),
                unresolved);
    }

    private static Optional<Agency> atLevel(List<Agency> lineage, Level level) {
        return lineage.stream().filter(agency -> agency.level() == level).findFirst();
    }

    private static FlowStep resolved(Procedure.Step step, Agency agency) {
        return new FlowStep(
                step.id(),
                step.name(),
                step.nameEn(),
                step.kind(),
                step.level(),
                step.role(),
                agency.ref(),
                step.budgetHours() * MINUTES_PER_HOUR,
                step.optional(),
                step.mayReturnTo(),
                step.when());
    }
}
