package vn.tthc.platform.consume;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.RebuildableDocuments;

/**
 * One building of a view beside the serving one: what is particular to a store that this process has for itself, and to
 * one that it shares.
 */
interface Attempt extends AutoCloseable {
    /** The number of what is being built. */
    long generation();

    /** The number of what served when it began. */
    long serving();

    /** Does something while nobody writes into the serving view; its own consumer rests already. */
    void whileNobodyWrites(Runnable work);

    /**
     * Asked while that is done: nobody has written into the serving view since it began.
     *
     * @throws ConsumerBusy when somebody may have
     */
    void checkHeld();

    /**
     * From now on, and after every restart, the new one serves.
     *
     * @throws ConsumerBusy when somebody else has taken over
     */
    void serve();

    /** The new one serves, and goes on in this process; what is left of the old one goes. */
    void retireOld();

    /** What does not serve goes. */
    @Override
    void close();

    /** Where this process has the store for itself. */
    final class Alone implements Attempt {
        private static final Logger LOG = LoggerFactory.getLogger(Alone.class);
        /** Of so many generations before the serving one something may be left of a removal that was cut off. */
        private static final long LEFT_OVER = 8;

        private final Projection view;
        private final long generation;
        private final Generations generations;
        private final RebuildableDocuments documents;
        private final ConsumerStore store;

        Alone(Projection view, Generations generations, RebuildableDocuments documents, ConsumerStore store) {
            this.view = view;
            this.generation = generations.serving(view.name()) + 1;
            this.generations = generations;
            this.documents = documents;
            this.store = store;
            clear();
            for (long old = Math.max(1, serving() - LEFT_OVER); old < serving(); old++) {
                remove(old, serving());
            }
        }

        @Override
        public long generation() {
            return generation;
        }

        @Override
        public void whileNobodyWrites(Runnable work) {
            work.run();
        }

        @Override
        public long serving() {
            return generation - 1;
        }

        @Override
        public void checkHeld() {
            // Only this process writes, and its consumer rests.
        }

        @Override
        public void serve() {
            // First: once it serves, whatever becomes of the old one, it must know what a person has passed over.
            store.inherit(
                    Generations.consumer(view.name(), generation - 1), Generations.consumer(view.name(), generation));
            generations.serve(view.name(), generation);
        }

        @Override
        public void retireOld() {
            remove(generation - 1, generation);
        }

        /** The new one serves already: what cannot be removed now is removed by the next attempt. */
        private void remove(long old, long heir) {
            try {
                store.retire(Generations.consumer(view.name(), old), Generations.consumer(view.name(), heir));
                documents.drop(names(view, old));
            } catch (StoreUnavailable | OutcomePending e) {
                LOG.warn("Generation {} of {} is not removed yet: {}", old, view.name(), e.getMessage());
            }
        }

        @Override
        public void close() {
            if (!generations.isStored(view.name(), generation)) {
                clear();
            }
        }

        private void clear() {
            documents.drop(names(view, generation));
            store.forget(Generations.consumer(view.name(), generation));
        }
    }

    /**
     * Where several processes share it. The document that says which generation serves also says who builds which, and
     * every change of it is a compare-and-set; a number is never used twice. The serving view's lanes are held while the
     * last stretch is read and compared, so that no process writes meanwhile.
     */
    final class Together implements Attempt {
        private static final Logger LOG = LoggerFactory.getLogger(Together.class);

        private final Projection view;
        private final String serving;
        private final Generations generations;
        private final ConsumerStore store;
        private final BuildingClaim claim;

        Together(Projection view, Generations generations, ConsumerStore store) throws InterruptedException {
            this.view = view;
            this.generations = generations;
            this.store = store;
            this.claim = BuildingClaim.take(generations, view.name());
            this.serving = Generations.consumer(view.name(), claim.serving());
        }

        @Override
        public long generation() {
            return claim.generation();
        }

        private String holder() {
            return Long.toString(claim.generation());
        }

        @Override
        public void whileNobodyWrites(Runnable work) {
            try {
                store.hold(serving, holder());
                work.run();
            } finally {
                // Also when it was given up meanwhile: lanes may have been marked after that.
                if (!generations.isStored(view.name(), generation())) {
                    store.letGo(serving, holder());
                }
            }
        }

        @Override
        public long serving() {
            return claim.serving();
        }

        @Override
        public void checkHeld() {
            // A mark is taken off only after its building was given up, which is for ever.
            if (!claim.isOurs()) {
                throw new ConsumerBusy(view.name());
            }
        }

        @Override
        public void serve() {
            store.inherit(serving, Generations.consumer(view.name(), generation()));
            claim.swap();
            generations.look(view.name());
        }

        @Override
        public void retireOld() {
            // Others may read it for a moment more; whoever looks after generations removes it.
        }

        @Override
        public void close() {
            claim.stop();
            // Nothing is removed here: what leaves is removed by whoever looks after generations.
            if (!claim.giveUp()) {
                LOG.info("Generation {} of {} is not this process's any more", generation(), view.name());
            }
        }
    }

    /** The collections of a generation. */
    static List<String> names(Projection view, long generation) {
        return Generations.collections(view, generation).stream()
                .map(CollectionSpec::name)
                .toList();
    }
}
