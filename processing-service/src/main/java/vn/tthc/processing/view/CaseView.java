package vn.tthc.processing.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.law.Channel;
import vn.tthc.platform.web.Messages;
import vn.tthc.processing.domain.CaseState;
import vn.tthc.processing.domain.NextAct;
import vn.tthc.processing.domain.Opinion;
import vn.tthc.processing.domain.Progress;

/**
 * A case.
 *
 * @param dossierId the dossier
 * @param code dossier code (mã hồ sơ)
 * @param procedure {@code code@version}
 * @param procedureName its name
 * @param channel how the dossier was filed
 * @param source {@code live}, or the import it came from
 * @param imported whether its steps are recorded freely
 * @param receivedAt when the one-stop received it
 * @param dueAt legal due date
 * @param oneStop the one-stop that takes the result back
 * @param step the current step, absent for an imported case
 * @param custody who answers for the papers, absent for an imported case
 * @param result how far the result has come
 * @param resultNumber the result's number
 * @param endedAt end of processing
 * @param flow all steps
 * @param recordedSteps how many steps were recorded outside the flow
 * @param next what may be done now
 * @param clock the clock of the law as the dossier told, and what is late, absent for an imported case
 * @param officer the account that answers for the current step, absent while it is in the pool
 * @param draft what the drafted decision comes to
 * @param opinions what was asked of other agencies
 */
record CaseView(
        String dossierId,
        String code,
        String procedure,
        Messages procedureName,
        Channel channel,
        String source,
        boolean imported,
        Instant receivedAt,
        @Nullable Instant dueAt,
        Place oneStop,
        @Nullable Step step,
        @Nullable Holder custody,
        Progress.@Nullable Result result,
        @Nullable String resultNumber,
        @Nullable Instant endedAt,
        List<Step> flow,
        int recordedSteps,
        List<NextAct> next,
        @Nullable Clock clock,
        @Nullable String officer,
        @Nullable ResultKind draft,
        List<Asked> opinions) {

    /**
     * The clock of the law as the dossier told.
     *
     * @param running whether it runs
     * @param dueAt the measured due date, absent while it stands still
     * @param promisedAt the date promised with an apology
     * @param raised what was raised about the case, with the moment
     */
    record Clock(
            boolean running,
            @Nullable Instant dueAt,
            @Nullable Instant promisedAt,
            Map<String, Instant> raised) {
        static Clock of(CaseState.Live live) {
            return new Clock(
                    live.due().stoppedAt() == null,
                    live.due().dueAt(),
                    live.due().promisedAt(),
                    new TreeMap<>(live.alarms().raised()));
        }
    }

    /** An opinion that was asked. */
    record Asked(String opinionId, String step, Place agency, String question, Instant dueAt, Opinion.Status status) {
        static List<Asked> of(Map<String, Opinion> opinions) {
            return new TreeMap<>(opinions)
                    .entrySet().stream()
                            .map(asked -> new Asked(
                                    asked.getKey(),
                                    asked.getValue().step(),
                                    Place.of(asked.getValue().agency()),
                                    asked.getValue().question(),
                                    asked.getValue().dueAt(),
                                    asked.getValue().status()))
                            .toList();
        }
    }

    /** An agency. */
    record Place(String id, Messages name) {
        static Place of(AgencyRef agency) {
            return new Place(agency.id(), new Messages(agency.name(), agency.nameEn()));
        }
    }

    /** Who has the papers (HELD), or is to take them (OFFERED). */
    record Holder(String state, Place agency, Instant since) {}

    /** A step of the flow. */
    record Step(
            String id,
            Messages name,
            FlowStep.Kind kind,
            Role role,
            Place agency,
            int budgetMinutes,
            boolean optional,
            boolean done) {
        static Step of(FlowStep step, boolean done) {
            return new Step(
                    step.id(),
                    new Messages(step.name(), step.nameEn()),
                    step.kind(),
                    step.role(),
                    Place.of(step.agency()),
                    step.budgetMinutes(),
                    step.optional(),
                    done);
        }
    }
}
