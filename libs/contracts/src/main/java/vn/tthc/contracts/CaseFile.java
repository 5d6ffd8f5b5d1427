package vn.tthc.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;

/**
 * Everything processing needs to know of a dossier, pinned at the hand-over, so that it never waits for reference data.
 *
 * @param code dossier code (mã hồ sơ)
 * @param procedure {@code code@version}
 * @param procedureName Vietnamese name
 * @param procedureNameEn English name
 * @param channel how it was filed
 * @param source {@code live}, or the name of the import it came from
 * @param receivedAt when the one-stop received it
 * @param dueAt legal due date, null where the procedure has none
 * @param oneStop the one-stop that received it and takes the result back
 * @param steps the flow with its agencies, empty for an import that records its steps freely
 * @param calendarVersion working calendar of the step budgets, null for the one everybody uses
 * @param rules what the procedure says about the work, null when everything is as usual
 * @param calendar the working time of that calendar from the year before the reception on, in the line format; null where
 *     the version comes with the software
 */
public record CaseFile(
        String code,
        String procedure,
        String procedureName,
        String procedureNameEn,
        Channel channel,
        String source,
        Instant receivedAt,
        @Nullable Instant dueAt,
        AgencyRef oneStop,
        List<FlowStep> steps,
        @Nullable String calendarVersion,
        @Nullable WorkRules rules,
        @Nullable String calendar) {
    public CaseFile {
        steps = List.copyOf(steps);
    }

    /** A file with a calendar that comes with the software. */
    public CaseFile(
            String code,
            String procedure,
            String procedureName,
            String procedureNameEn,
            Channel channel,
            String source,
            Instant receivedAt,
            @Nullable Instant dueAt,
            AgencyRef oneStop,
            List<FlowStep> steps,
            @Nullable String calendarVersion,
            @Nullable WorkRules rules) {
        this(
                code,
                procedure,
                procedureName,
                procedureNameEn,
                channel,
                source,
                receivedAt,
                dueAt,
                oneStop,
                steps,
                calendarVersion,
                rules,
                null);
    }

    /** A file of which everything is as usual. */
    public CaseFile(
            String code,
            String procedure,
            String procedureName,
            String procedureNameEn,
            Channel channel,
            String source,
            Instant receivedAt,
            @Nullable Instant dueAt,
            AgencyRef oneStop,
            List<FlowStep> steps) {
        this(
                code,
                procedure,
                procedureName,
                procedureNameEn,
                channel,
                source,
                receivedAt,
                dueAt,
                oneStop,
                steps,
                null,
                null);
    }
}
