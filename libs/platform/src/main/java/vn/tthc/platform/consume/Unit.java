package vn.tthc.platform.consume;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where steps read and write: one open transaction for a view, one of its own per step for a reaction. */
interface Unit {
    <T extends @Nullable Object> T write(Function<ConsumerTx, T> work);

    <T extends @Nullable Object> T read(Function<ConsumerReads, T> work);

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

    /** Each write about a dossier durable by itself. */
    static Unit each(ConsumerStore store, String consumer, String dossier) {
        int lane = store.lane(dossier);
        return new Unit() {
            @Override
            public <T extends @Nullable Object> T write(Function<ConsumerTx, T> work) {
                return store.write(consumer, lane, work);
            }

            @Override
            public <T extends @Nullable Object> T read(Function<ConsumerReads, T> work) {
                return store.read(consumer, work);
            }
        };
    }
}
