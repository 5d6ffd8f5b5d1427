package vn.tthc.postal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Proof;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.law.Level;
import vn.tthc.platform.blob.BlobNaming.Named;

/** Every file that an event of the post names is told, for one that is not would be swept. */
class PostalFilesTest {
    private static final Instant AT = Instant.parse("2026-03-02T05:00:00Z");
    private static final Sealed TAKER = new Sealed("taker", "x");
    private static final Party APPLICANT = new Party("applicant", new Sealed("applicant", "x"), null, null, null, null);
    private static final Filing FILING =
            new Filing("1", "a", "b", APPLICANT, new ReturnWish(ReturnWay.COUNTER, null, null), null, null);
    private static final AgencyRef ONE_STOP = new AgencyRef("a", "a", "a", Level.XA, null, null);
    private static final CoSignature SIGNED = new CoSignature("signature", null);
    private static final Proof PROOF = new Proof(TAKER, "OWNER", "CCCD", "signature", null, "photo", null);
    private static final Scan SCAN = new Scan("s", ScanKind.DELIVERED, AT, "p", "d", 1, null, PROOF, null);

    /** An event of each kind that names files. */
    private static final List<PostalEvent> NAMING = List.of(
            new PostalEvent.Scanned(AT, "d", SCAN),
            new PostalEvent.AnomalyRecorded(AT, "d", SCAN, Anomaly.IMPOSSIBLE),
            new PostalEvent.Delivered(AT, "d", Purpose.RESULT, 1, 1, PROOF),
            new PostalEvent.DossierTaken(AT, "d", FILING, List.of(), "seal", null, SIGNED),
            new PostalEvent.DossierChecked(AT, "d", FILING, ONE_STOP, true, List.of(), List.of(), SIGNED),
            new PostalEvent.HandedOver(AT, "d", ONE_STOP, SIGNED),
            new PostalEvent.PapersSurrendered(AT, "d", "item", List.of(), "seal", SIGNED));

    private final PostalFiles files = new PostalFiles();

    @Test
    void there_are_no_other_events_that_name_files() {
        assertThat(Stream.of(PostalEvent.class, ManifestEvent.class, TillEvent.class)
                        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                        .filter(PostalFilesTest::mayNameAFile))
                .containsExactlyInAnyOrderElementsOf(
                        NAMING.stream().<Class<?>>map(PostalEvent::getClass).toList());
    }

    private static boolean mayNameAFile(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> isFile(component) || mayNameAFile(component.getType()));
    }

    private static boolean isFile(RecordComponent component) {
        String name = component.getName().toLowerCase(Locale.ROOT);
        return component.getType().equals(String.class)
                && Stream.of("hash", "blob", "photo", "signature", "picture").anyMatch(name::contains);
    }

    @Test
    void each_of_them_tells_its_files_and_whom_they_are_about() {
        List<Named> proof = List.of(new Named("signature", Set.of("taker")), new Named("photo", Set.of("taker")));
        List<Named> nobody = List.of(new Named("signature", Set.of()));

        assertThat(NAMING.stream().map(files::in))
                .containsExactly(
                        proof,
                        proof,
                        proof,
                        List.of(new Named("signature", Set.of("applicant"))),
                        nobody,
                        nobody,
                        nobody);
    }

    @Test
    void what_has_no_picture_names_none() {
        Scan plain = new Scan("s", ScanKind.ACCEPTED, AT, "p", "d", 1, null, null, null);
        assertThat(files.in(new PostalEvent.Scanned(AT, "d", plain))).isEmpty();
        assertThat(files.in(new PostalEvent.HandedOver(AT, "d", ONE_STOP, new CoSignature(null, TAKER))))
                .isEmpty();
        assertThat(files.in(new PostalEvent.Split(AT, "d", 2))).isEmpty();
    }
}
