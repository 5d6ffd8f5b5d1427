package vn.tthc.postal.domain;

/** How far an item has come, as its decisions see it. */
public enum Phase {
    /** The post does not have it yet. */
    WAITING,
    /** The post has it. */
    UNDERWAY,
    /** Delivered with proof. */
    DELIVERED,
    /** On its way back to its sender. */
    RETURNING,
    /** Back with its sender. */
    RETURNED
}
