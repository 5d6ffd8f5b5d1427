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

    /** Compared with where there is no dossier, so that none takes as long as a wrong secret. */
    private static final String NOBODYS = LookupSecrets.hash("");

    private final DocumentStore documents;

    StatusLookups(DocumentStore documents) {
        this.documents = documents;
    }

    /** The dossier, or empty: for an unknown code and for a wrong secret alike, after the same comparisons. */
    Optional<DossierView> find(String code, String secret) {
        List<String> ids = DossierKeys.find(documents, code, CANDIDATES);
        Optional<DossierView> found = Optional.empty();
        for (int i = 0; i < CANDIDATES; i++) {
            Optional<DossierView> candidate = i < ids.size() ? Dossiers.get(documents, ids.get(i)) : Optional.empty();
            String hash = candidate
                    .map(view -> view.dossier().filing())
                    .map(filing -> filing.lookup().secretHash())
                    .orElse(NOBODYS);
            if (LookupSecrets.matches(secret, hash) && candidate.isPresent() && !hash.equals(NOBODYS)) {
                found = candidate;
            }
        }
        return found;
    }
}
