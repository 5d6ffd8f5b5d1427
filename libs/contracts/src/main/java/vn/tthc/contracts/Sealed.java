package vn.tthc.contracts;

/**
 * A piece of personal data that only the holder of that person's key can read.
 *
 * @param person the random id of the person
 * @param cipher Base64 of nonce and AES-GCM ciphertext, bound to stream, command and field
 */
public record Sealed(String person, String cipher) {}
