package vn.tthc.postal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.blob.BlobNaming;

/**
 * The files the post's events name. A proof is about whoever took the item, a citizen's signature about the applicant whose
 * dossier was taken. What a postal worker signed is about no citizen; who signed the list of surrendered papers no event
 * tells, so that signature stays as well.
 */
@Component
class PostalFiles implements BlobNaming {
    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public List<Named> in(TthcEvent event) {
        return switch (event) {
            case PostalEvent.Scanned scanned -> pictures(scanned.scan().proof());
            case PostalEvent.AnomalyRecorded aside -> pictures(aside.scan().proof());
            case PostalEvent.Delivered delivered -> pictures(delivered.proof());
            case PostalEvent.DossierTaken taken ->
                signed(taken.citizen(), Set.of(taken.filing().applicant().person()));
            case PostalEvent.DossierChecked checked -> signed(checked.carrier(), Set.of());
            case PostalEvent.HandedOver given -> signed(given.carrier(), Set.of());
            case PostalEvent.PapersSurrendered surrendered -> signed(surrendered.citizen(), Set.of());
            default -> List.of();
        };
    }

    private static List<Named> pictures(PostalEvent.@Nullable Proof proof) {
        List<Named> named = new ArrayList<>();
        if (proof != null) {
            Set<String> taker = Set.of(proof.recipient().person());
            if (proof.signatureHash() != null) {
                named.add(new Named(proof.signatureHash(), taker));
            }
            if (proof.photoHash() != null) {
                named.add(new Named(proof.photoHash(), taker));
            }
        }
        return named;
    }

    private static List<Named> signed(CoSignature signature, Set<String> signer) {
        return signature.signatureHash() == null ? List.of() : List.of(new Named(signature.signatureHash(), signer));
    }
}
