package vn.tthc.intake.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;
import vn.tthc.law.Term;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** The public catalogue. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue", description = "Thủ tục và cơ quan / procedures and agencies")
class CatalogueEndpoint {
    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    CatalogueEndpoint(Catalogue catalogue, AccessPolicy access, Requests requests, InstantSource clock) {
        this.catalogue = catalogue;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /** Procedures as a list shows them. */
    record Procedures(List<Summary> procedures) {}

    /** One line of the list. */
    record Summary(
            String code,
            String version,
            String name,
            String nameEn,
            String field,
            String fieldEn,
            Level competentLevel,
            List<Channel> channels,
            @Nullable Term term,
            boolean noDueDate,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static Summary of(Procedure procedure) {
            return new Summary(
                    procedure.code(),
                    procedure.version(),
                    procedure.name(),
                    procedure.nameEn(),
                    procedure.field(),
                    procedure.fieldEn(),
                    procedure.competentLevel(),
                    procedure.channels(),
                    procedure.term(),
                    procedure.noDueDate(),
                    procedure.validFrom(),
                    procedure.validTo());
        }
    }

    /** Agencies of a list. */
    record Agencies(List<Agency> agencies) {}

    /**
     * An agency with what it became.
     *
     * @param now those that exist today where the agency does not
     */
    record AgencyAnswer(Agency agency, List<Agency> now) {}

    @Operation(summary = "Danh mục thủ tục / procedures, each in the version in force or the newest")
    @GetMapping("/procedures")
    Procedures procedures(
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable Channel channel,
            HttpServletRequest request) {
        allow(request);
        return new Procedures(catalogue.procedures(today()).stream()
                .filter(procedure ->
                        field == null || field.equals(procedure.field()) || field.equals(procedure.fieldEn()))
                .filter(procedure -> channel == null || procedure.channels().contains(channel))
                .map(Summary::of)
                .toList());
    }

    @Operation(summary = "Một thủ tục / one procedure: term, flow, components, fees, sources")
    @GetMapping("/procedures/{code}")
    Procedure procedure(@PathVariable String code, HttpServletRequest request) {
        allow(request);
        return catalogue.procedure(code, today()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @Operation(summary = "Danh mục cơ quan / agencies, of every era or of the day {on}")
    @GetMapping("/agencies")
    Agencies agencies(
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable LocalDate on,
            HttpServletRequest request) {
        allow(request);
        return new Agencies(catalogue.agencies().stream()
                .filter(agency -> level == null || agency.level() == level)
                .filter(agency -> parent == null || parent.equals(agency.parent()))
                .filter(agency -> on == null || agency.ref().validOn(on))
                .toList());
    }

    @Operation(summary = "Một cơ quan / one agency, and what it became")
    @GetMapping("/agencies/{id}")
    AgencyAnswer agency(@PathVariable String id, HttpServletRequest request) {
        allow(request);
        Agency agency = catalogue.agency(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return new AgencyAnswer(agency, catalogue.successors(agency, today()));
    }

    private void allow(HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.VIEW_CATALOGUE, Subject.ANY);
    }

    private LocalDate today() {
        return VietnamTime.date(clock.instant());
    }
}
