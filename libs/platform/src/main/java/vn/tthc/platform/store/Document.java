package vn.tthc.platform.store;

/**
 * A document with the version it was read at.
 *
 * @param id unique in its collection
 * @param version counts its writes, from 1
 * @param json its content
 */
public record Document(String id, long version, String json) {}
