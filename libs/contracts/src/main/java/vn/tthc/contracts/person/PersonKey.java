package vn.tthc.contracts.person;

/**
 * A person's key, wrapped; on the compacted topic {@code tthc.person-keys} under the person's id. A tombstone there
 * makes every service forget it.
 *
 * @param person random id
 * @param wrapped Base64 of the key, wrapped with the master key
 * @param masterKeyVersion which master key
 */
public record PersonKey(String person, String wrapped, int masterKeyVersion) {}
