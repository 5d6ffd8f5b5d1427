package vn.tthc.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.tthc.law.Level;

class ShippedReferenceTest {
    private final ReferenceFiles shipped = ReferenceFiles.read("classpath:reference");

    @Test
    void whatIsShippedMayBePublished() {
        assertThat(ReferenceChecks.problems(shipped)).isEmpty();
    }

    @Test
    void allUnitsOfLamDongAreThere() {
        assertThat(shipped.agencies()).hasSizeGreaterThanOrEqualTo(486);
        assertThat(shipped.agencies().stream()
                        .filter(agency ->
                                agency.kind().equals("UNIT") && agency.level() == Level.XA && agency.validTo() == null))
                .hasSize(124);
    }

    @Test
    void everyReceivingCommuneHasANumberForItsCodes() {
        assertThat(shipped.agencies().stream().filter(agency -> agency.level() == Level.XA && agency.validTo() == null))
                .allSatisfy(agency -> assertThat(agency.number()).matches("[0-9]{3}"));
    }
}
