package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.testing.PublishedEvent;
import vn.tthc.query.MemoryDocuments;
import vn.tthc.query.Received;
import vn.tthc.query.projection.DossierProjection;

/** Whatever was once published about a dossier still reaches the view and the timeline. */
class PublishedEventsTest {
    private static final String DOSSIER = "0b2f3c1e-6f52-4d1c-9a3e-2f1f5c7b8a90";

    static List<PublishedEvent> examples() {
        List<PublishedEvent> examples = new ArrayList<>();
        Stream.of(DossierEvent.class, CaseEvent.class, PostalEvent.class)
                .forEach(vocabulary -> examples.addAll(PublishedEvent.of(vocabulary)));
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_published_revision_is_kept_by_the_view_and_told_by_the_timeline(PublishedEvent example) {
        MemoryDocuments documents = new MemoryDocuments();
        ReceivedEvent received = received(example.event(), 1);
        new DossierProjection().apply(received, documents);
        DossierView view =
                Dossiers.read(documents.get(DossierView.COLLECTION, DOSSIER).orElseThrow());
        assertThat(view.positions()).containsEntry(received.envelope().stream(), 1L);
        assertThat(documents.contents().keySet())
                .anySatisfy(key -> assertThat(key).startsWith("timeline/" + received.envelope().stream()));
    }

    @Test
    void all_of_them_together_are_one_dossier_that_can_be_shown() {
        MemoryDocuments documents = new MemoryDocuments();
        long version = 0;
        for (PublishedEvent example : examples()) {
            new DossierProjection().apply(received(example.event(), ++version), documents);
        }
        DossierView view =
                Dossiers.read(documents.get(DossierView.COLLECTION, DOSSIER).orElseThrow());
        assertThat(view.positions()).hasSize(3);
        assertThat(documents.contents().keySet())
                .filteredOn(key -> key.startsWith("timeline/"))
                .hasSize(examples().size());
    }

    private static ReceivedEvent received(TthcEvent event, long version) {
        StreamId stream = switch (event) {
            case DossierEvent e -> StreamId.dossier(DOSSIER);
            case CaseEvent e -> StreamId.caseOf(DOSSIER);
            default -> StreamId.item("item-1");
        };
        return Received.of(stream, version, event, "command-" + version);
    }
}
