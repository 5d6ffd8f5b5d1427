package vn.tthc.postal.scans;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;

/** Makes a scan of what a device told: the recipient's name is sealed before anything else sees it. */
@Component
class SealedScans {
    private static final String RECIPIENT = "proof.recipient";
    private static final String CODE = "proof.oneTimeCode";
    private static final String PLACE = "proof.place";

    private static final int PAGE = 500;

    private final PersonVault vault;
    private final EventLog log;
    private final EventJson json;

    SealedScans(PersonVault vault, EventLog log, EventJson json) {
        this.vault = vault;
        this.log = log;
        this.json = json;
    }

    /** Names a scan with all of its content that is not personal; the command that records it is named by this. */
    static String naturalKey(ScanRequest told) {
        ScanRequest.ProofRequest proof = told.proof();
        return unambiguous(
                "scan",
                told.scanId(),
                told.kind().name(),
                told.occurredAt().toString(),
                told.point(),
                told.device(),
                told.sequence().toString(),
                String.valueOf(told.reason()),
                told.carrierCode(),
                proof == null
                        ? ""
                        : unambiguous(
                                String.valueOf(proof.relation()),
                                proof.paperShown(),
                                proof.signatureHash(),
                                proof.photoHash()));
    }

    /** Parts with their lengths: whatever a device writes into a part, two different lists never read alike. */
    private static String unambiguous(@Nullable String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            name.append(part == null ? "-" : part.length() + ":" + part).append('|');
        }
        return name.toString();
    }

    /**
     * The scan. One that is known already is answered as it stands, so that sealing it anew does not make it another.
     *
     * @param commandId the command that will record it
     * @throws Problem 409 when a scan of that id is known with another content
     */
    Scan scan(ScanRequest told, ItemState.Open item, StreamId stream, String commandId) {
        Scan known = item.find(told.scanId());
        if (known == null) {
            return scan(told, seal(told.proof(), item, stream, commandId));
        }
        if (same(told, known, stream)) {
            return known;
        }
        throw new Problem(ItemProblem.SCAN_CONFLICT, 409, "scanId", Map.of("scanId", told.scanId()));
    }

    /** The scan of something told that rests on no proof. */
    static Scan plain(ScanRequest told) {
        return scan(told, null);
    }

    private static Scan scan(ScanRequest told, @Nullable Proof proof) {
        return new Scan(
                told.scanId(),
                told.kind(),
                told.occurredAt(),
                told.point(),
                told.device(),
                told.sequence(),
                told.reason(),
                proof,
                told.carrierCode());
    }

    /**
     * Under the addressee's own key when it is the owner, else under a new one: two people are forgotten apart, and a proof
     * that comes after the addressee was erased is taken all the same.
     */
    private @Nullable Proof seal(
            ScanRequest.@Nullable ProofRequest proof, ItemState.Open item, StreamId stream, String commandId) {
        if (proof == null) {
            return null;
        }
        Party addressee = item.item().addressee();
        String person = proof.relation() == ScanRequest.Relation.OWNER
                        && addressee != null
                        && !vault.isForgotten(addressee.person())
                ? addressee.person()
                : vault.newPerson();
        return new Proof(
                vault.seal(person, stream, commandId, RECIPIENT, proof.recipientName()),
                proof.relation().name(),
                proof.paperShown(),
                proof.signatureHash(),
                sealed(person, stream, commandId, CODE, proof.oneTimeCode()),
                proof.photoHash(),
                sealed(person, stream, commandId, PLACE, proof.place()));
    }

    private @Nullable Sealed sealed(
            String person, StreamId stream, String commandId, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : vault.seal(person, stream, commandId, field, text);
    }

    private boolean same(ScanRequest told, Scan known, StreamId stream) {
        ScanRequest.ProofRequest proof = told.proof();
        Proof before = known.proof();
        if (proof == null || before == null) {
            return known.equals(scan(told, null)) && proof == null;
        }
        Proof again = new Proof(
                before.recipient(),
                proof.relation().name(),
                proof.paperShown(),
                proof.signatureHash(),
                before.oneTimeCode(),
                proof.photoHash(),
                before.place());
        if (!known.equals(scan(told, again))) {
            return false;
        }
        String commandId = recordedBy(stream, told.scanId());
        return opens(before.recipient(), stream, commandId, RECIPIENT, proof.recipientName())
                && opens(before.oneTimeCode(), stream, commandId, CODE, proof.oneTimeCode())
                && opens(before.place(), stream, commandId, PLACE, proof.place());
    }

    /** The command that recorded a scan, by whatever way it was told first: what is sealed in it is bound to that. */
    private String recordedBy(StreamId stream, String scanId) {
        List<RecordedEvent> page;
        long from = 1;
        do {
            page = log.read(stream.toString(), from, PAGE);
            for (RecordedEvent recorded : page) {
                Envelope envelope = recorded.envelope();
                TthcEvent event = json.read(envelope.type(), envelope.revision(), recorded.data());
                if ((event instanceof PostalEvent.Scanned scanned
                                && scanned.scan().scanId().equals(scanId))
                        || (event instanceof PostalEvent.AnomalyRecorded aside
                                && aside.scan().scanId().equals(scanId))) {
                    return envelope.commandId();
                }
            }
            from += page.size();
        } while (page.size() == PAGE);
        throw new IllegalStateException("no event of " + stream + " has a scan it knows");
    }

    /** Whether a sealed text is this one; what cannot be read any more is believed. */
    private boolean opens(
            @Nullable Sealed sealed, StreamId stream, String commandId, String field, @Nullable String text) {
        if (sealed == null) {
            return text == null || text.isBlank();
        }
        return vault.open(sealed, stream, commandId, field)
                .map(known -> known.equals(text))
                .orElse(true);
    }
}
