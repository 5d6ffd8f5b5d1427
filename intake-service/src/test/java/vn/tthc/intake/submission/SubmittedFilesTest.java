package vn.tthc.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent;

/** A file that an event names and that is not told here would be swept: no other event may come to name one unseen. */
class SubmittedFilesTest {

    @Test
    void onlyASubmissionNamesAFileAndOnlyByItsAuthority() {
        List<Class<?>> naming = Arrays.stream(DossierEvent.class.getPermittedSubclasses())
                .filter(event -> components(event).anyMatch(SubmittedFilesTest::mayNameAFile))
                .<Class<?>>map(event -> event)
                .toList();

        assertThat(naming).containsExactly(DossierEvent.Submitted.class);
    }

    /** By its type, or by a name such as the other services give files. */
    private static boolean mayNameAFile(java.lang.reflect.RecordComponent component) {
        String name = component.getName().toLowerCase(java.util.Locale.ROOT);
        return component.getType().equals(Authority.class)
                || name.contains("blob")
                || name.contains("photo")
                || name.contains("signature")
                || name.contains("scan");
    }

    private static Stream<java.lang.reflect.RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.empty();
    }
}
