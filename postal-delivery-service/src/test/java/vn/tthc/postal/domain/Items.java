package vn.tthc.postal.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.Level;

/** Items and scans for tests. */
final class Items {
    static final Instant OPENED = Instant.parse("2026-03-02T01:00:00Z");
    static final String DOSSIER = "5f0c2e3a-0000-3000-8000-000000000001";
    static final AgencyRef ONE_STOP = new AgencyRef(
            "68-TTPVHCC@2025-07-01",
            "Trung tâm Phục vụ hành chính công",
            "Public Administration Service Centre",
            Level.TINH,
            LocalDate.of(2025, 7, 1),
            null);

    private Items() {}

    static ItemCommand.Open open() {
        return new ItemCommand.Open(
                OPENED,
                DOSSIER,
                Purpose.RESULT,
                1,
                1,
                "RL900000009VN",
                "H36.01-260302-0001",
                ONE_STOP,
                new ItemCommand.Destination("24781@2025-07-01", new Sealed("p1", "address"), "LDG-0078", 15),
                null);
    }

    static PostalEvent.Opened opened() {
        ItemCommand.Open open = open();
        return new PostalEvent.Opened(
                open.at(),
                open.dossierId(),
                open.purpose(),
                open.ordinal(),
                open.of(),
                open.identifier(),
                open.dossierCode(),
                open.from(),
                open.to().unit(),
                open.to().address(),
                open.addressee(),
                open.to().office(),
                open.to().retentionDays());
    }

    static Instant minute(long minutes) {
        return OPENED.plusSeconds(60 * minutes);
    }

    /** A complete scan of a kind. */
    static Scan scan(String id, ScanKind kind, long minute) {
        return scan(id, kind, minute, 1);
    }

    static Scan scan(String id, ScanKind kind, long minute, long sequence) {
        return new Scan(
                id,
                kind,
                minute(minute),
                "LDG-0001",
                "PDA-7",
                sequence,
                kind == ScanKind.ATTEMPT_FAILED ? FailureReason.NOT_FOUND : null,
                kind == ScanKind.DELIVERED ? proof(id) : null,
                null);
    }

    static Proof proof(String id) {
        return new Proof(
                new Sealed("p1", "name of " + id), "OWNER", "CCCD", null, new Sealed("p1", "code"), null, null);
    }

    static Scan with(Scan scan, @Nullable FailureReason reason, @Nullable Proof proof) {
        return new Scan(
                scan.scanId(),
                scan.kind(),
                scan.occurredAt(),
                scan.point(),
                scan.device(),
                scan.sequence(),
                reason,
                proof,
                null);
    }
}
