package vn.tthc.intake.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.WorkRules;
import vn.tthc.contracts.reference.ExtensionLimits;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.Procedure.Step;
import vn.tthc.law.Term;
import vn.tthc.law.clock.ExtensionRule;
import vn.tthc.law.clock.PauseReason;

/** Whether a procedure's definition makes sense by itself; each problem is a sentence. */
final class ProcedureChecks {
    private static final Set<String> AREAS = Set.of("NORMAL", "MOUNTAIN", "ISLAND");
    private static final Set<String> RULES = Set.of("COMPETENT", "PARENT", "FIXED");
    /** Roles that act for an agency, and so may have a step. */
    private static final Set<Role> WORKERS =
            Set.of(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK);

    /** A month: what has to be known earlier than that is no apology. */
    private static final int MOST_NOTICE = 31 * 24;

    private static final int USUAL_NOTICE =
            (int) ExtensionRule.CUSTOMARY.notice().toHours();
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private static final int HOURS_PER_DAY = 8;
    private static final long MINUTES_PER_DAY = (long) HOURS_PER_DAY * MINUTES;
    private static final int MOST_WORKING_DAYS_PER_MONTH = 23;

    /** A year: a date cannot be promised anew without end. */
    private static final long MOST_LONGEST = 12L * MOST_WORKING_DAYS_PER_MONTH * HOURS_PER_DAY;

    private final Procedure procedure;
    private final Predicate<String> agencyExists;
    private final List<String> problems = new ArrayList<>();

    private ProcedureChecks(Procedure procedure, Predicate<String> agencyExists) {
        this.procedure = procedure;
        this.agencyExists = agencyExists;
    }

    /** Every problem of a definition; none when it may be published. */
    static List<String> problems(Procedure procedure, Predicate<String> agencyExists) {
        ProcedureChecks checks = new ProcedureChecks(procedure, agencyExists);
        checks.term();
        checks.extension();
        checks.steps();
        checks.reachable();
        checks.signed();
        checks.budgets();
        return checks.problems.stream().distinct().toList();
    }

    private void term() {
        demand((procedure.term() == null) == procedure.noDueDate(), "it has either a term or noDueDate, not both");
        demand(!procedure.channels().isEmpty(), "it cannot be filed by any channel");
        demand(AREAS.containsAll(procedure.areaUplift().keySet()), "areaUplift knows only the areas " + AREAS);
        demand(procedure.areaUplift().values().stream().allMatch(units -> units > 0), "an area uplift is positive");
        for (Procedure.PauseGround pause : procedure.pauseReasons()) {
            demand(isReason(pause.reason()), "there is no pause reason " + pause.reason());
        }
    }

    private void extension() {
        ExtensionLimits limits = procedure.extension();
        if (limits != null) {
            demand(limits.most() == null || limits.most() >= 0, "extension: a dossier has no fewer than 0 extensions");
            demand(
                    limits.noticeHours() == null || (limits.noticeHours() >= 0 && limits.noticeHours() <= MOST_NOTICE),
                    "extension: the notice is 0 to " + MOST_NOTICE + " hours");
            demand(
                    limits.longest() == null || mostHours(limits.longest()) <= MOST_LONGEST,
                    "extension: the longest is a year, and so at most " + MOST_LONGEST + " working hours");
            demand(!procedure.noDueDate(), "extension: there is no due date to extend");
        }
        signable(limits);
    }

    /** The apology is drafted before its notice begins, or nobody could ever sign it in time. */
    private void signable(@Nullable ExtensionLimits limits) {
        WorkRules work = procedure.work();
        Integer told = work == null ? null : work.apologyMinutes();
        int drafted = told == null ? WorkRules.USUAL_APOLOGY_MINUTES : told;
        int notice = limits == null || limits.noticeHours() == null ? USUAL_NOTICE : limits.noticeHours();
        boolean extended = limits == null || limits.most() == null || limits.most() > 0;
        // The working minutes that lie in so many hours, at most; weekends only make the draft earlier.
        long within = MINUTES_PER_DAY * (notice / HOURS) + Math.min(MINUTES_PER_DAY, (long) MINUTES * (notice % HOURS));
        demand(
                procedure.noDueDate() || !extended || notice > MOST_NOTICE || drafted > within,
                "extension: the apology is drafted " + drafted + " working minutes before the due date (work:"
                        + " apologyMinutes) and cannot be signed " + notice + " hours before it; "
                        + (within + 1) + " would do");
    }

    private static boolean isReason(String name) {
        for (PauseReason reason : PauseReason.values()) {
            if (reason.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void steps() {
        Set<String> earlier = new HashSet<>();
        for (Step step : procedure.steps()) {
            String name = "step " + step.id() + ": ";
            for (String target : step.mayReturnTo()) {
                demand(earlier.contains(target), name + "it may go back only to an earlier step, not to " + target);
            }
            demand(earlier.add(step.id()), name + "there are two of that id");
            demand(WORKERS.contains(step.role()), name + "role " + step.role() + " does no work in a case");
            demand(RULES.contains(step.agencyRule()), name + "there is no agency rule " + step.agencyRule());
            demand(step.budgetHours() > 0, name + "its budget is at least an hour");
            boolean fixed = step.agencyRule().equals("FIXED");
            demand(fixed == (step.agency() != null), name + "FIXED names an agency, the other rules name none");
            demand(step.agency() == null || agencyExists.test(step.agency()), name + "no agency " + step.agency());
            demand(
                    !step.agencyRule().equals("COMPETENT") || step.level().compareTo(procedure.competentLevel()) >= 0,
                    name + "COMPETENT looks upwards from " + procedure.competentLevel() + ", not to " + step.level());
        }
    }

    /**
     * A flow is worked from top to bottom and ends with the issue of the result: nothing after it is ever reached. The way
     * of every kind of decision is looked at by itself.
     */
    private void reachable() {
        for (ResultKind kind : ResultKind.values()) {
            boolean issued = false;
            for (Step step : way(kind)) {
                demand(!issued, "step " + step.id() + " is never reached: the flow ends with the issue before it");
                issued |= step.kind() == FlowStep.Kind.ISSUE && !step.optional();
            }
            demand(issued || procedure.steps().isEmpty(), "the flow has no ISSUE step to end with");
        }
    }

    /** A result is signed once, before it is issued, and neither can be passed over: no case is opened otherwise. */
    private void signed() {
        for (ResultKind kind : ResultKind.values()) {
            List<FlowStep.Kind> compulsory = way(kind).stream()
                    .filter(step -> !step.optional())
                    .map(Step::kind)
                    .filter(step -> step == FlowStep.Kind.SIGN || step == FlowStep.Kind.ISSUE)
                    .toList();
            demand(
                    compulsory.equals(List.of(FlowStep.Kind.SIGN, FlowStep.Kind.ISSUE))
                            || procedure.steps().isEmpty(),
                    "a result needs exactly one SIGN step and after it one ISSUE step that cannot be passed over, and"
                            + " not " + compulsory);
        }
    }

    private List<Step> way(ResultKind kind) {
        return procedure.steps().stream()
                .filter(step -> step.when() == null || step.when() == kind)
                .toList();
    }

    /** The budgets of the steps that cannot be passed over fit into the shortest term. */
    private void budgets() {
        int hours = Stream.of(ResultKind.values())
                .mapToInt(kind -> way(kind).stream()
                        .filter(step -> !step.optional())
                        .mapToInt(Step::budgetHours)
                        .sum())
                .max()
                .orElse(0);
        List<Term> terms = new ArrayList<>(procedure.termByChannel().values());
        @Nullable Term usual = procedure.term();
        if (usual != null) {
            terms.add(usual);
        }
        for (Term term : terms) {
            demand(
                    hours <= mostHours(term),
                    "the budgets add up to " + hours + " working hours, more than " + term.amount() + " " + term.unit()
                            + " can hold (" + mostHours(term) + ")");
        }
    }

    /** The most working hours a term can have: an upper bound where days off fall differently every time. */
    private static long mostHours(Term term) {
        long amount = term.amount();
        return switch (term.unit()) {
            case HOUR -> amount;
            case WORKING_DAY, DAY -> amount * HOURS_PER_DAY;
            case MONTH -> amount * MOST_WORKING_DAYS_PER_MONTH * HOURS_PER_DAY;
        };
    }

    private void demand(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
