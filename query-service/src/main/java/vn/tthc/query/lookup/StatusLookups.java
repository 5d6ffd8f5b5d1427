package vn.tthc.query.lookup;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.platform.person.LookupSecrets;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.query.dossierview.DossierKeys;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;

/** Finds the one dossier that a code and its secret open. */
@Component
class StatusLookups {
    /** Codes from outside may be shared by several dossiers; only the secret tells them apart. */
    private static final int CANDIDATES = 5;

    private final DocumentStore documents;

    StatusLookups(DocumentStore documents) {
        this.documents = documents;
    }

    /**
     * The dossier, or empty: for an unknown code and for a wrong secret alike, after the same reads and comparisons. The
     * dossier itself is read for the right secret alone.
     */
    Optional<DossierView> find(String code, String secret) {
        List<DossierKeys.Key> candidates = DossierKeys.candidates(documents, code, CANDIDATES);
        DossierKeys.Key opened = null;
        for (DossierKeys.Key candidate : candidates) {
            if (LookupSecrets.matches(secret, candidate.secretHash()) && opened == null) {
                opened = candidate;
            }
        }
        return opened == null ? Optional.empty() : Dossiers.get(documents, opened.dossier());
    }
}
