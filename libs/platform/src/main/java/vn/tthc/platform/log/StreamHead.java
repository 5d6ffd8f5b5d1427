package vn.tthc.platform.log;

/**
 * How far a stream has come.
 *
 * @param stream the stream
 * @param version its last version
 * @param hash its last hash
 */
public record StreamHead(String stream, long version, byte[] hash) {}
