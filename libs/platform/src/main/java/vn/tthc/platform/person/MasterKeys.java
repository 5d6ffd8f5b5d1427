package vn.tthc.platform.person;

import vn.tthc.contracts.person.PersonKey;

/** Wraps the keys of persons; only wrapped ones leave memory. */
final class MasterKeys {
    private final KeyFile file;

    MasterKeys(KeyFile file) {
        this.file = file;
    }

    PersonKey wrap(String person, byte[] key) {
        int version = file.current();
        return new PersonKey(person, Aes.seal(file.key(version), place(person, version), key), version);
    }

    /**
     * The key itself.
     *
     * @throws IllegalStateException when the master key of that version is not there
     * @throws IllegalArgumentException when it was wrapped with another one
     */
    byte[] unwrap(PersonKey wrapped) {
        int version = wrapped.masterKeyVersion();
        byte[] key = Aes.open(file.key(version), place(wrapped.person(), version), wrapped.wrapped());
        if (key.length != Aes.KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        return key;
    }

    private static byte[] place(String person, int version) {
        return Aes.place("person-key", person, Integer.toString(version));
    }
}
