package vn.tthc.platform.person;

/** What a service keeps of persons beside what is sealed: indexes, hashes. Each keeper says how it is dropped. */
@FunctionalInterface
public interface PersonTraces {
    /**
     * Drops everything of a person; once more changes nothing.
     *
     * @throws vn.tthc.platform.consume.NotYet when it is about to be dropped elsewhere and is not yet
     */
    void drop(String person);

    /**
     * Drops what a store that was put back may hold of a person who had been erased: at a start, before anybody is served
     * and before any view is there. Nothing to do for whoever keeps only what is computed from events again, because the
     * person's key is gone by then.
     */
    default void dropRestored(String person) {}
}
