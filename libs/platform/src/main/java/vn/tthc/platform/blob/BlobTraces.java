package vn.tthc.platform.blob;

import java.time.InstantSource;
import vn.tthc.platform.blob.BlobMarks.Why;
import vn.tthc.platform.blob.BlobNames.Fate;
import vn.tthc.platform.person.PersonTraces;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.DocumentReader;

/**
 * Marks the files of an erased person, unless they are about somebody else too. The sweep removes them when no command that
 * names one of them for another person can be on its way any more.
 */
final class BlobTraces implements PersonTraces {
    private final DocumentReader documents;
    private final BlobMarks marks;
    private final PersonVault vault;
    private final InstantSource clock;

    BlobTraces(DocumentReader documents, BlobMarks marks, PersonVault vault, InstantSource clock) {
        this.documents = documents;
        this.marks = marks;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void drop(String person) {
        for (String hash : BlobNames.about(documents, person)) {
            if (BlobNames.fate(documents, hash, vault::isForgotten) == Fate.ERASED) {
                marks.mark(hash, Why.ERASURE, clock.instant());
            }
        }
    }
}
