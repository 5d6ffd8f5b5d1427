package vn.tthc.query.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.platform.person.Masking;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Filing;

/** Names of applicants. Views keep them sealed; here they are opened for the moment of an answer, and masked. */
@Component
public class Applicants {
    private static final String FIELD = "applicant.name";

    private final PersonVault vault;

    Applicants(PersonVault vault) {
        this.vault = vault;
    }

    /** The applicant's masked name; null when there is none, it was forgotten, or its key has not arrived yet. */
    public @Nullable String masked(DossierView view) {
        Filing filing = view.dossier().filing();
        Party applicant = filing == null ? null : filing.applicant();
        if (filing == null || applicant == null) {
            return null;
        }
        return vault.open(applicant.name(), StreamId.dossier(view.id()), filing.commandId(), FIELD)
                .flatMap(name -> Optional.ofNullable(Masking.name(name)))
                .orElse(null);
    }
}
