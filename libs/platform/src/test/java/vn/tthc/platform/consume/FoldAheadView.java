package vn.tthc.platform.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.testing.Facts;

/** The words of every dossier; "gone" removes them, "poison" fails. It notes on which thread each was applied. */
final class FoldAheadView implements Projection {
    private final String name;
    private final DocumentReader stored;
    private final List<Thread> appliedOn = new CopyOnWriteArrayList<>();

    FoldAheadView(String name, DocumentReader stored) {
        this.name = name;
        this.stored = stored;
    }

    /** What is stored of a dossier. */
    List<String> words(String dossier) {
        return words(stored.get(name, dossier));
    }

    private static List<String> words(Optional<Document> document) {
        return document.map(found -> List.of(found.json().split(","))).orElse(List.of());
    }

    /** The threads on which events were applied, one for each time. */
    List<Thread> appliedOn() {
        return appliedOn;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER);
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(new CollectionSpec(name, List.of()));
    }

    @Override
    public boolean byIdAlone() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event, DocumentWriter documents) {
        appliedOn.add(Thread.currentThread());
        String word = Facts.word(event.event());
        String dossier = String.valueOf(event.envelope().dossierId());
        if (word.equals("gone")) {
            documents.delete(name, dossier);
            return;
        }
        Optional<Document> found = documents.get(name, dossier);
        List<String> words = new ArrayList<>(words(found));
        words.add(word);
        Map<String, @Nullable Object> nothingIndexed = Map.of();
        documents.put(name, dossier, found.map(Document::version).orElse(0L), String.join(",", words), nothingIndexed);
        // After the write, so that a failure shows whether it is taken back.
        if (word.equals("poison")) {
            throw new IllegalStateException("on purpose");
        }
    }
}
