package vn.tthc.platform.blob;

/**
 * What is known of a blob.
 *
 * @param hash SHA-256 of its content, 64 hexadecimal digits in lower case; the name it goes by in events
 * @param kind kind of file
 * @param bytes length of its content
 */
public record BlobInfo(String hash, BlobKind kind, long bytes) {}
