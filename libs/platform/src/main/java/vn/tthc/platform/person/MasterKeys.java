package vn.tthc.platform.person;

import vn.tthc.contracts.person.PersonKey;

/** Wraps the keys of persons and of files; only wrapped ones leave memory. The newest master key wraps. */
public final class MasterKeys {
    private final KeyFile file;

    public MasterKeys(KeyFile file) {
        this.file = file;
    }

    /**
     * A wrapped key.
     *
     * @param masterKeyVersion which master key opens it
     * @param text the key, encrypted, as Base64
     */
    public record Wrapped(int masterKeyVersion, String text) {}

    /** A new random key of 256 bits. */
    public static byte[] newKey() {
        return Aes.newKey();
    }

    /** The version of the master key that wraps. */
    public int current() {
        return file.current();
    }

    /** Whether there are older ones, so that something may still be wrapped with them. */
    public boolean hasOlder() {
        return file.versions().size() > 1;
    }

    /**
     * Wraps a key for one place.
     *
     * @param place what the key is of; unwrapping it for anything else fails
     */
    public Wrapped wrap(byte[] key, String... place) {
        int version = file.current();
        return new Wrapped(version, Aes.seal(file.key(version), place(version, place), key));
    }

    /**
     * The key itself.
     *
     * @throws IllegalStateException when the master key of that version is not there
     * @throws IllegalArgumentException when it was wrapped with another one, or for another place
     */
    public byte[] unwrap(Wrapped wrapped, String... place) {
        int version = wrapped.masterKeyVersion();
        byte[] key = Aes.open(file.key(version), place(version, place), wrapped.text());
        if (key.length != Aes.KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        return key;
    }

    PersonKey wrap(String person, byte[] key) {
        Wrapped wrapped = wrap(key, "person-key", person);
        return new PersonKey(person, wrapped.text(), wrapped.masterKeyVersion());
    }

    byte[] unwrap(PersonKey wrapped) {
        return unwrap(new Wrapped(wrapped.masterKeyVersion(), wrapped.wrapped()), "person-key", wrapped.person());
    }

    private static byte[] place(int version, String... place) {
        String[] parts = new String[place.length + 1];
        System.arraycopy(place, 0, parts, 0, place.length);
        parts[place.length] = Integer.toString(version);
        return Aes.place(parts);
    }
}
