package vn.tthc.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.domain.A;
import vn.tthc.law.Level;

class CatalogueTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static Catalogue shipped() {
        ReferenceFiles files = ReferenceFiles.read("classpath:reference");
        List<ReferenceEvent> events = new ArrayList<>();
        files.agencies().forEach(agency -> events.add(new ReferenceEvent.AgencyRegistered(NOW, agency, "h")));
        files.procedures().forEach(procedure -> events.add(new ReferenceEvent.ProcedurePublished(NOW, procedure, "h")));
        return Catalogue.of(events);
    }

    private static Procedure version(String version, LocalDate from, LocalDate to) {
        Procedure p = A.procedure(from, to);
        return new Procedure(
                p.code(),
                version,
                from,
                to,
                p.name(),
                p.nameEn(),
                p.field(),
                p.fieldEn(),
                p.competentLevel(),
                p.channels(),
                p.term(),
                p.termByChannel(),
                p.areaUplift(),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                p.returnWays(),
                "PROVINCE",
                List.of(),
                List.of());
    }

    private static Catalogue of(Procedure... procedures) {
        return Catalogue.of(List.of(procedures).stream()
                .<ReferenceEvent>map(procedure -> new ReferenceEvent.ProcedurePublished(NOW, procedure, "h"))
                .toList());
    }

    @Test
    void theVersionOfTheDayIsFoundAndTheOldOneStaysPinned() {
        Catalogue catalogue = of(
                version("1", LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31)),
                version("2", LocalDate.of(2026, 1, 1), null));

        assertThat(catalogue.procedure("1.012796", LocalDate.of(2025, 12, 31)))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo("1"));
        assertThat(catalogue.procedure("1.012796", TODAY))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo("2"));
        assertThat(catalogue.pinned("1.012796@1"))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo("1"));
    }

    @Test
    void theNewestVersionIsFoundWhereNoneIsInForce() {
        Catalogue catalogue = of(version("1", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 12, 31)));

        assertThat(catalogue.procedure("1.012796", TODAY)).isPresent();
        assertThat(catalogue.procedure("9.999999", TODAY)).isEmpty();
    }

    @Test
    void aWardHasTheProvinceAndTheGovernmentAboveIt() {
        Catalogue catalogue = shipped();
        Agency ward = catalogue.agency("24781@2025-07-01").orElseThrow();

        assertThat(catalogue.lineage(ward))
                .extracting(Agency::level)
                .containsExactly(Level.XA, Level.TINH, Level.TRUNG_UONG);
    }

    @Test
    void whatAnAbolishedCommuneBecameIsFound() {
        Catalogue catalogue = shipped();
        Agency old = catalogue.agency("22915@origin").orElseThrow();

        assertThat(old.ref().validOn(TODAY)).isFalse();
        assertThat(catalogue.successors(old, TODAY)).extracting(Agency::id).containsExactly("22918@2025-07-01");
    }

    @Test
    void noDistrictExistsToday() {
        assertThat(shipped().agencies().stream().filter(agency -> agency.level() == Level.HUYEN))
                .isNotEmpty()
                .noneMatch(agency -> agency.ref().validOn(TODAY));
    }
}
