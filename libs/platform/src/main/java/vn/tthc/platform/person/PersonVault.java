package vn.tthc.platform.person;

import java.util.Optional;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;

/** Seals and opens personal data. Keys are made here, kept wrapped, and published so that other services can open. */
public interface PersonVault {
    /**
     * A new person with a key, durable before it is answered.
     *
     * @return the person's random id
     */
    String newPerson();

    /**
     * Seals a text under a person's key.
     *
     * @param person whose key
     * @param stream the stream the text will stand in
     * @param commandId the command that records it
     * @param field the field's name
     * @throws UnknownPerson when this service does not hold the key
     */
    Sealed seal(String person, StreamId stream, String commandId, String field, String text);

    /**
     * Opens a sealed text; empty when the person has been forgotten or the key has not arrived.
     *
     * @throws IllegalArgumentException when it was sealed for another place
     */
    Optional<String> open(Sealed sealed, StreamId stream, String commandId, String field);

    /**
     * Drops the key of something that is not kept any more, here for good and elsewhere by a tombstone; once more changes
     * nothing. This forgets no person: whom the law lets be forgotten goes through an erasure, which outlives a restore.
     */
    void discard(String person);

    /** Whether the person has been forgotten here, so that what was sealed will never be read again. */
    boolean isForgotten(String person);
}
