package vn.tthc.platform.verify;

/**
 * Something that does not balance.
 *
 * @param kind what is wrong, such as {@code HASH}, {@code MISSING_ON_TOPIC}
 * @param where stream, document or partition; never personal data
 * @param version version of the stream, 0 where it has no meaning
 * @param detail in plain words
 */
public record Difference(String kind, String where, long version, String detail) {}
