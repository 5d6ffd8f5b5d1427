package vn.tthc.platform.person;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.person.PersonKey;

/** {@link PersonVault} with AES-256-GCM; a sealed text is bound to stream, command, field and person. */
final class AesPersonVault implements PersonVault, OldKeys {
    private static final int CACHED_KEYS = 10_000;
    private static final int REWRAPPED = 500;

    private final MasterKeys master;
    private final HeldKeys keys;
    private final Runnable keyAdded;
    private final KeyCache cache = new KeyCache(CACHED_KEYS);

    /**
     * The vault of a service.
     *
     * @param keyAdded called after there is something to publish; must not wait for anything
     * @throws IllegalStateException when keys it holds cannot be unwrapped with the master keys given
     */
    AesPersonVault(MasterKeys master, HeldKeys keys, Runnable keyAdded) {
        this.master = master;
        this.keys = keys;
        this.keyAdded = keyAdded;
        for (PersonKey key : keys.onePerMasterKey()) {
            check(key);
        }
    }

    private void check(PersonKey key) {
        try {
            master.unwrap(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The master key of version " + key.masterKeyVersion()
                            + " is not the one the persons' keys here were wrapped with.",
                    e);
        }
    }

    @Override
    public String newPerson() {
        String person = UUID.randomUUID().toString();
        byte[] key = Aes.newKey();
        keys.add(master.wrap(person, key));
        cache.put(person, key);
        keyAdded.run();
        return person;
    }

    @Override
    public Sealed seal(String person, StreamId stream, String commandId, String field, String text) {
        byte[] key = key(person).orElseThrow(() -> new UnknownPerson(person));
        byte[] place = Aes.place(stream.toString(), commandId, field, person);
        return new Sealed(person, Aes.seal(key, place, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<String> open(Sealed sealed, StreamId stream, String commandId, String field) {
        byte[] place = Aes.place(stream.toString(), commandId, field, sealed.person());
        return key(sealed.person())
                .map(key -> new String(Aes.open(key, place, sealed.cipher()), StandardCharsets.UTF_8));
    }

    @Override
    public boolean rewrapSome() {
        List<PersonKey> old = keys.wrappedBefore(master.current(), REWRAPPED);
        if (old.isEmpty()) {
            return false;
        }
        keys.rewrap(old.stream()
                .map(key -> master.wrap(key.person(), master.unwrap(key)))
                .toList());
        keyAdded.run();
        return true;
    }

    @Override
    public long old() {
        return keys.countWrappedBefore(master.current());
    }

    @Override
    public void discard(String person) {
        erase(person);
    }

    @Override
    public boolean isForgotten(String person) {
        return keys.isForgotten(person);
    }

    /** Drops the key for good, here and by a tombstone elsewhere. */
    void erase(String person) {
        keys.erase(person);
        cache.forget(person);
        keyAdded.run();
    }

    /** Drops the key from memory; the row is the caller's. */
    void forget(String person) {
        cache.forget(person);
    }

    private Optional<byte[]> key(String person) {
        return cache.get(person, missing -> keys.find(missing).map(master::unwrap));
    }
}
