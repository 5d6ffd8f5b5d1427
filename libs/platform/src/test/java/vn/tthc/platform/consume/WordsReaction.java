package vn.tthc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.testing.Facts;

/** A reaction that remembers what it has seen of every dossier, and fails as it is told. */
final class WordsReaction implements Reaction {
    static final String NAME = "words-reaction";

    private final Map<String, Consumer<ReceivedEvent>> faults = new ConcurrentHashMap<>();
    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

    void on(String word, Consumer<ReceivedEvent> work) {
        faults.put(word, work);
    }

    List<String> seen(String dossier) {
        return seen.getOrDefault(dossier, List.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER);
    }

    @Override
    public void react(ReceivedEvent event) {
        String word = Facts.word(event.event());
        faults.getOrDefault(word, e -> {}).accept(event);
        seen.computeIfAbsent(String.valueOf(event.envelope().dossierId()), key -> new CopyOnWriteArrayList<>())
                .add(word);
    }
}
