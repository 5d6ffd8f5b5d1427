package vn.tthc.platform.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.testing.Facts;

/** A view that lists the words of every dossier in the order in which they were applied, and fails as it is told. */
final class WordsView implements Projection {
    static final String NAME = "words";
    private static final String COLLECTION = "words";

    private final Map<String, Consumer<ReceivedEvent>> faults = new ConcurrentHashMap<>();

    private final boolean byIdAlone;

    /** A view whose batches are held together. */
    WordsView() {
        this(true);
    }

    /** One whose events are stored one by one, unless they can be found by their ids alone. */
    WordsView(boolean byIdAlone) {
        this.byIdAlone = byIdAlone;
    }

    /** Does something while an event with that word is applied. */
    void on(String word, Consumer<ReceivedEvent> work) {
        faults.put(word, work);
    }

    void heal(String word) {
        faults.remove(word);
    }

    static List<String> words(DocumentReader documents, String dossier) {
        Optional<Document> found = documents.get(COLLECTION, dossier);
        return found.map(document -> List.of(document.json().split(","))).orElse(List.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER, Topics.CASE);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(COLLECTION, List.of()));
    }

    @Override
    public boolean byIdAlone() {
        return byIdAlone;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        String word = Facts.word(event.event());
        String dossier = String.valueOf(event.envelope().dossierId());
        Optional<Document> found = documents.get(COLLECTION, dossier);
        List<String> words = new ArrayList<>(words(documents, dossier));
        words.add(word);
        Map<String, @Nullable Object> nothingIndexed = Map.of();
        documents.put(
                COLLECTION, dossier, found.map(Document::version).orElse(0L), String.join(",", words), nothingIndexed);
        // After the write, so that a failure shows whether it is taken back.
        faults.getOrDefault(word, e -> {}).accept(event);
    }
}
