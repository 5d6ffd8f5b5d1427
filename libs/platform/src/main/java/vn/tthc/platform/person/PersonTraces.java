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
}
