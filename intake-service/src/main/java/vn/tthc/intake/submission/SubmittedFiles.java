package vn.tthc.intake.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent.Submitted;
import vn.tthc.platform.blob.BlobNaming;

/** The files intake's events name: the scan of an authority, which is about whoever gives it and whoever acts. */
@Component
class SubmittedFiles implements BlobNaming {
    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER);
    }

    @Override
    public List<Named> in(TthcEvent event) {
        if (!(event instanceof Submitted submitted)) {
            return List.of();
        }
        Authority authority = submitted.authority();
        if (authority == null || authority.blob() == null) {
            return List.of();
        }
        Set<String> persons = new HashSet<>();
        persons.add(submitted.applicant().person());
        persons.add(authority.number().person());
        if (submitted.owner() != null) {
            persons.add(submitted.owner().person());
        }
        return List.of(new Named(authority.blob(), persons));
    }
}
