package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;

/** What a process believes to serve, when it looks twice at once. */
class GenerationsTest {
    private static final String COLLECTION = "words";
    private static final Runnable NOTHING = () -> {};

    private final MongoDouble mongo = new MongoDouble();
    private final ConsumeStack.OnMongo backing = ConsumeStack.OnMongo.open(mongo.freshUri());
    private final AtomicReference<Runnable> afterRead = new AtomicReference<>(NOTHING);
    private final Generations generations = new Generations(new Slow(), GenerationTimes.STANDARD);
    private final WordsView view = new WordsView();

    @AfterEach
    void close() {
        backing.close();
        mongo.close();
    }

    @Test
    void who_read_before_a_swap_and_says_so_after_it_takes_nobody_back() {
        generations.register(view);
        afterRead.set(() -> {
            swap();
            generations.look(WordsView.NAME);
            // What served is gone before the first one says what it read.
            backing.documents().drop(Attempt.names(view, 1));
        });

        assertThat(generations.look(WordsView.NAME).generation().serving()).isEqualTo(1);

        assertThat(generations.serving(WordsView.NAME)).isEqualTo(2);
        assertThat(generations.<String>reading(COLLECTION, name -> name))
                .isEqualTo(Generations.collection(COLLECTION, 2));
    }

    private void swap() {
        Generations.Stored now = generations.stored(WordsView.NAME);
        Generations.Stored begun = generations
                .change(WordsView.NAME, now, now.generation().builds())
                .orElseThrow();
        assertThat(generations.change(WordsView.NAME, begun, begun.generation().swaps()))
                .isPresent();
    }

    /** Lets something happen once between a read and its answer. */
    private final class Slow implements DocumentStore {
        @Override
        public void declare(List<CollectionSpec> collections) {
            backing.documents().declare(collections);
        }

        @Override
        public <T> T write(Function<DocumentWriter, T> work) {
            return backing.documents().write(work);
        }

        @Override
        public Optional<Document> get(String collection, String id) {
            Optional<Document> found = backing.documents().get(collection, id);
            afterRead.getAndSet(NOTHING).run();
            return found;
        }

        @Override
        public Page find(Find query) {
            return backing.documents().find(query);
        }

        @Override
        public long count(Find query) {
            return backing.documents().count(query);
        }
    }
}
