package vn.tthc.intake.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.tthc.contracts.AgencyRef;

/** What becomes of dossier codes that are set aside. */
public sealed interface CodeBlockCommand {
    /** When it happens. */
    Instant at();

    /**
     * Sets codes aside.
     *
     * @param block names them
     * @param agency the one-stop they are of
     * @param day the day that stands in them
     * @param codes given out to nobody else
     * @param reason what for
     */
    record Reserve(Instant at, String block, AgencyRef agency, LocalDate day, List<String> codes, String reason)
            implements CodeBlockCommand {
        public Reserve {
            codes = List.copyOf(codes);
        }
    }

    /** A dossier that {@code agency} receives takes one of them. */
    record Use(Instant at, String code, String agency, String dossier) implements CodeBlockCommand {}
}
