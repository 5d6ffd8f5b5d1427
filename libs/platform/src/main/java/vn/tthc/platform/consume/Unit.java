package vn.tthc.platform.consume;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.DocumentWriter;

/** Where steps read and write: one open transaction for a view, one of its own per step for a reaction. */
interface Unit {
    <T extends @Nullable Object> T write(Function<ConsumerTx, T> work);

    <T extends @Nullable Object> T read(Function<ConsumerReads, T> work);

    /** Changes documents, completely or, when that fails, not at all. */
    default void attempt(Consumer<DocumentWriter> part) {
        write(tx -> {
            tx.attempt(() -> part.accept(tx.documents()));
            return true;
        });
    }

    /**
     * Everything in one open transaction, but documents are changed somewhere else.
     *
     * @param attempts changes them, completely or, when that fails, not at all
     */
    static Unit in(ConsumerTx tx, Consumer<Consumer<DocumentWriter>> attempts) {
        Unit unit = in(tx);
        return new Unit() {
            @Override
            public <T extends @Nullable Object> T write(Function<ConsumerTx, T> work) {
                return unit.write(work);
            }

            @Override
            public <T extends @Nullable Object> T read(Function<ConsumerReads, T> work) {
                return unit.read(work);
            }

            @Override
            public void attempt(Consumer<DocumentWriter> part) {
                attempts.accept(part);
            }
        };
    }

    /** Everything in one open transaction. */
    static Unit in(ConsumerTx tx) {
        return new Unit() {
            @Override
            public <T extends @Nullable Object> T write(Function<ConsumerTx, T> work) {
                return work.apply(tx);
            }

            @Override
            public <T extends @Nullable Object> T read(Function<ConsumerReads, T> work) {
                return work.apply(tx);
            }
        };
    }

    /**
     * Each write about a dossier by itself.
     *
     * @param durable whether a person waits for it, and not only a topic that brings it again
     */
    static Unit each(ConsumerStore store, String consumer, String dossier, boolean durable) {
        int lane = store.lane(dossier);
        return new Unit() {
            @Override
            public <T extends @Nullable Object> T write(Function<ConsumerTx, T> work) {
                return durable ? store.write(consumer, lane, work) : store.writeRepeatable(consumer, lane, work);
            }

            @Override
            public <T extends @Nullable Object> T read(Function<ConsumerReads, T> work) {
                return store.read(consumer, work);
            }
        };
    }
}
