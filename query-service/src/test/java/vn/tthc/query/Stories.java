package vn.tthc.query;

import static vn.tthc.query.Story.START;

import java.time.Instant;
import vn.tthc.contracts.postal.PostalEvent;

/** Whole stories. */
public final class Stories {
    private Stories() {}

    /** The longest way there is: three agencies, back once, and home by post after a failed attempt. */
    public static Story whole(String id) {
        return Story.of(id)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .accepted("tham-dinh", true)
                .processingStarted()
                .completed("tham-dinh")
                .forwarded("tham-dinh", "trinh")
                .forwarded("trinh", "ky")
                .accepted("ky", false)
                .sentBack("ky", "tham-dinh")
                .accepted("tham-dinh", false)
                .forwarded("tham-dinh", "ky")
                .accepted("ky", false)
                .signed()
                .issued()
                .finished()
                .ended()
                .resultAccepted()
                .posted()
                .scanned(PostalEvent.ScanKind.ACCEPTED)
                .scanned(PostalEvent.ScanKind.ATTEMPT_FAILED)
                .delivered()
                .lateScan()
                .strayScan()
                .itemDelivered()
                .returned();
    }

    /** An old dossier with every contradiction there is. */
    public static Story old(String id) {
        Instant end = START.minusSeconds(30);
        return Story.of(id)
                .imported()
                .recorded("T02 Check confirmation of receipt", START.plusSeconds(600))
                .recorded("T01 Something earlier", START.minusSeconds(600))
                .importedEnd(end)
                .stepAfterEnd();
    }
}
