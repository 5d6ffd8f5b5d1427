package vn.tthc.intake.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.law.Level;

/** Refusals with what their texts speak of. */
final class Objections {
    private static final String UNBOUNDED = "…";

    private Objections() {}

    static Refusal of(DossierProblem problem) {
        return new Refusal(problem, null, Map.of());
    }

    static Refusal of(DossierProblem problem, DossierState state) {
        String status =
                state.status() == null ? "-" : String.valueOf(state.status().code());
        return new Refusal(problem, null, Map.of("status", status));
    }

    static Refusal of(DossierProblem problem, @Nullable String field, AgencyRef agency) {
        return new Refusal(
                problem, field, Map.of("agency", agency.id(), "name", agency.name(), "nameEn", agency.nameEn()));
    }

    static Refusal level(@Nullable String field, AgencyRef agency, Level needed) {
        return new Refusal(
                DossierProblem.WRONG_LEVEL,
                field,
                Map.of(
                        "agency", agency.id(),
                        "name", agency.name(),
                        "nameEn", agency.nameEn(),
                        "level", needed.name()));
    }

    /** Null when the agency exists on that day. */
    static @Nullable Refusal validity(@Nullable String field, AgencyRef agency, LocalDate day) {
        return agency.validOn(day)
                ? null
                : new Refusal(
                        DossierProblem.AGENCY_NOT_VALID,
                        field,
                        Map.of(
                                "agency", agency.id(),
                                "name", agency.name(),
                                "nameEn", agency.nameEn(),
                                "day", day.toString(),
                                "validFrom", bound(agency.validFrom()),
                                "validTo", bound(agency.validTo())));
    }

    static String bound(@Nullable LocalDate day) {
        return Objects.toString(day, UNBOUNDED);
    }
}
