package vn.tthc.intake.reception;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.intake.domain.DossierProblem;
import vn.tthc.law.code.DossierCode;
import vn.tthc.platform.store.Sequences;
import vn.tthc.platform.web.Problem;

/** Gives out dossier codes: each once, counted per agency and day; a refused reception may leave a gap. */
@Component
class DossierCodes {
    private final Sequences sequences;

    DossierCodes(Sequences sequences) {
        this.sequences = sequences;
    }

    /**
     * The next code of an agency on a day.
     *
     * @throws Problem 409 when the agency has no number to put into it
     */
    String next(Agency agency, LocalDate day) {
        if (agency.number() == null) {
            throw new Problem(
                    DossierProblem.NO_DOSSIER_NUMBER,
                    409,
                    null,
                    Map.of("agency", agency.id(), "name", agency.name(), "nameEn", agency.nameEn()));
        }
        long sequence = sequences.take("dossier-code/" + agency.id() + "/" + day, 1);
        return DossierCode.format(Integer.parseInt(agency.number()), day, sequence);
    }
}
