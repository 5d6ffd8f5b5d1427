package vn.tthc.platform.person;

/** Keys that an older master key still wraps. */
public interface OldKeys {
    /**
     * Wraps some of them with the newest master key; what they open does not change.
     *
     * @return whether there may be more
     */
    boolean rewrapSome();

    /** How many there are, or may be; 0 only when there are none. */
    long old();
}
