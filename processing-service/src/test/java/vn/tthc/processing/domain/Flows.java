package vn.tthc.processing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.WorkRules;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;

/** Agencies, flows and files for tests. */
public final class Flows {
    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    public static final AgencyRef COMMUNE = agency("24781@2025-07-01", Level.XA, "2025-07-01", null);
    public static final AgencyRef DEPARTMENT = agency("68-STP@2025-07-01", Level.TINH, "2025-07-01", null);
    public static final AgencyRef MINISTRY = agency("G15@origin", Level.TRUNG_UONG, null, null);
    public static final AgencyRef DISTRICT = agency("673@origin", Level.HUYEN, null, "2025-06-30");
    public static final AgencyRef ONE_STOP = agency("68-TTPVHCC@2025-07-01", Level.TINH, "2025-07-01", null);

    private Flows() {}

    private static AgencyRef agency(String id, Level level, @Nullable String from, @Nullable String to) {
        return new AgencyRef(
                id,
                "Cơ quan " + id,
                "Agency " + id,
                level,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    /** A step; it may send back to the steps named. */
    public static FlowStep step(String id, Kind kind, AgencyRef agency, String... mayReturnTo) {
        return new FlowStep(
                id,
                "Bước " + id,
                "Step " + id,
                kind,
                agency.level(),
                role(kind),
                agency,
                120,
                false,
                List.of(mayReturnTo));
    }

    public static FlowStep optional(FlowStep step) {
        return new FlowStep(
                step.id(),
                step.name(),
                step.nameEn(),
                step.kind(),
                step.level(),
                step.role(),
                step.agency(),
                step.budgetMinutes(),
                true,
                step.mayReturnTo());
    }

    private static Role role(Kind kind) {
        return switch (kind) {
            case WORK, OPINION -> Role.CASE_OFFICER;
            case SIGN -> Role.AGENCY_LEADER;
            case NUMBER, ISSUE -> Role.RECORDS_CLERK;
        };
    }

    /** Commune, department (which may be passed over), ministry, commune again. */
    public static CaseFile fourLevels() {
        return file(
                step("tham-dinh", Kind.WORK, COMMUNE),
                optional(step("y-kien", Kind.OPINION, DEPARTMENT)),
                step("duyet", Kind.WORK, COMMUNE, "tham-dinh"),
                step("ky", Kind.SIGN, MINISTRY, "tham-dinh", "duyet"),
                step("vao-so", Kind.NUMBER, MINISTRY, "ky"),
                step("phat-hanh", Kind.ISSUE, COMMUNE));
    }

    /** The same step, only for a decision of that kind. */
    public static FlowStep when(ResultKind kind, FlowStep step) {
        return new FlowStep(
                step.id(),
                step.name(),
                step.nameEn(),
                step.kind(),
                step.level(),
                step.role(),
                step.agency(),
                step.budgetMinutes(),
                step.optional(),
                step.mayReturnTo(),
                kind);
    }

    /** The same file with another due date and other rules. */
    public static CaseFile with(CaseFile file, @Nullable Instant dueAt, @Nullable WorkRules rules) {
        return new CaseFile(
                file.code(),
                file.procedure(),
                file.procedureName(),
                file.procedureNameEn(),
                file.channel(),
                file.source(),
                file.receivedAt(),
                dueAt,
                file.oneStop(),
                file.steps(),
                null,
                rules);
    }

    public static CaseFile file(FlowStep... steps) {
        return new CaseFile(
                "H36.01-260302-0001",
                "2.000635@2026-01",
                "Thủ tục",
                "Procedure",
                Channel.COUNTER,
                "live",
                START.minusSeconds(3600),
                START.plusSeconds(86_400),
                ONE_STOP,
                List.of(steps));
    }
}
