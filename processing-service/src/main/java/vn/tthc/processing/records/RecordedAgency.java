package vn.tthc.processing.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.law.Level;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/** The agency of a recorded step: one of the flow, or one that is told with all that is known of it. */
final class RecordedAgency {
    private static final String ORIGIN = "origin";

    private RecordedAgency() {}

    /**
     * The agency, null when none is told.
     *
     * @throws Problem 400 when it is told in part, or its id names no day
     */
    static @Nullable AgencyRef of(RecordedStepRequest told, CaseFile file) {
        String id = told.agency();
        if (id == null) {
            alone("agencyName", told.agencyName());
            alone("level", told.level());
            return null;
        }
        Optional<AgencyRef> known = Stream.concat(
                        file.steps().stream().map(FlowStep::agency), Stream.of(file.oneStop()))
                .filter(agency -> agency.id().equals(id))
                .findFirst();
        return known.orElseGet(() -> unknown(id, told.agencyName(), told.level()));
    }

    private static AgencyRef unknown(String id, @Nullable String name, @Nullable Level level) {
        if (name == null || level == null) {
            throw Problem.fields(List.of(FieldProblem.of(
                    name == null ? "agencyName" : "level",
                    FieldReason.REQUIRED,
                    "Cần tên và cấp của cơ quan không có trong quy trình",
                    "An agency that is not in the flow needs its name and level")));
        }
        return new AgencyRef(id, name, name, level, validFrom(id), null);
    }

    private static @Nullable LocalDate validFrom(String id) {
        String day = id.substring(id.lastIndexOf('@') + 1);
        if (day.equals(ORIGIN)) {
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "agency",
                    FieldReason.NOT_A_DAY,
                    "Sau @ phải là ngày có thật",
                    "After @ stands a day of the calendar")));
        }
    }

    private static void alone(String field, @Nullable Object value) {
        if (value != null) {
            throw Problem.fields(List.of(FieldProblem.of(
                    field,
                    FieldReason.NEEDS_AGENCY,
                    "Chỉ dùng kèm mã cơ quan (agency); nếu không có mã, hãy dùng agencyLabel",
                    "Only together with an agency id; without one use agencyLabel")));
        }
    }
}
