package vn.tthc.platform.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tthc.contracts.person.PersonKey;

/**
 * The wrapped keys this service holds. Of a forgotten person the trace stays without its key, so that a key that comes
 * once more does not bring the person back. A key made here is published, and so is its end.
 */
interface HeldKeys {
    /** Stores a key of our own, to be published. */
    void add(PersonKey key);

    /** The key of a person, unless there is none. */
    Optional<PersonKey> find(String person);

    /** One key of each master key version in use, to see whether it can be unwrapped. */
    List<PersonKey> onePerMasterKey();

    /** Keys made here that are not on the topic yet. */
    List<PersonKey> unpublished(int limit);

    /**
     * Marks keys as published.
     *
     * @param at when the broker acknowledged them, milliseconds of the epoch
     */
    void markPublished(List<PersonKey> keys, long at);

    /**
     * Takes back the mark of the keys published last, because a broker that went down uncleanly may have lost them.
     *
     * @param marginMillis how long before the very last one
     * @return how many
     */
    int publishLastAgain(long marginMillis);

    /** Persons forgotten here whose tombstone is not on the topic yet. */
    List<String> untold(int limit);

    /**
     * Marks tombstones as published.
     *
     * @param at when the broker acknowledged them, milliseconds of the epoch
     */
    void markTold(List<String> persons, long at);

    /** Whether the person has been forgotten here. */
    boolean isForgotten(String person);

    /** Forgets a person because that was decided; of a key made here a tombstone follows. */
    void erase(String person);

    /** Keys wrapped with an older master key than that. */
    List<PersonKey> wrappedBefore(int masterVersion, int limit);

    /** How many keys are wrapped with an older master key than that. */
    long countWrappedBefore(int masterVersion);

    /** Takes keys over that are the same as before, wrapped anew; those made here are published again. */
    void rewrap(List<PersonKey> keys);

    /** Up to where the topic of keys was read, by partition. */
    Map<Integer, Long> offsets();

    /** Takes over what came on the topic, together with how far it was read. */
    void apply(List<PersonKeys.Change> changes, Map<Integer, Long> nextOffsets);

    /** Forgets a person here. */
    void forget(String person);
}
