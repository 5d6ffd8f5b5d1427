package vn.tthc.contracts.dossier;

/**
 * What the public finds a dossier by; the secret itself is derived, never stored.
 *
 * @param number given at submission, before there is a dossier code
 * @param secretHash Base64 of SHA-256 of the secret
 * @param keyVersion version of the key the secret is derived with
 */
public record Lookup(String number, String secretHash, int keyVersion) {}
