package vn.tthc.query.person;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.person.Masking;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Filing;

/** Names of applicants. Views keep them sealed; here they are opened for the moment of an answer, and masked. */
@Component
public class Applicants {
    /** Stands in the place of whatever was known of somebody whose data were erased. */
    static final String ERASED = "(đã xóa / erased)";

    private static final String FIELD = "applicant.name";

    private final Opener opener;

    Applicants(Opener opener) {
        this.opener = opener;
    }

    /** The applicant's masked name, or that it was erased; null when there is none or its key has not arrived yet. */
    public @Nullable String masked(DossierView view) {
        Filing filing = view.dossier().filing();
        Party applicant = filing == null ? null : filing.applicant();
        if (filing == null || applicant == null) {
            return null;
        }
        String name = opener.open(applicant.name(), view.id(), filing.commandId(), FIELD);
        if (name == null) {
            return opener.isForgotten(applicant.person()) ? ERASED : null;
        }
        return Masking.name(name);
    }
}
