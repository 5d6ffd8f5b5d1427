package vn.tthc.platform.store;

import java.util.OptionalLong;

/** Numbers that are never given twice, not even across restarts; gaps are possible. */
public interface Sequences {
    /**
     * Takes the next numbers of a sequence, durably.
     *
     * @param name the sequence, such as an agency and a day
     * @param count how many
     * @return the first of them; the first ever is 1
     */
    default long take(String name, int count) {
        return take(name, count, Long.MAX_VALUE).orElseThrow();
    }

    /**
     * As {@link #take(String, int)} while the last of them is not beyond a bound; else takes nothing at all, so that a
     * smaller count may still be had.
     *
     * @param most the greatest number there may be
     * @return the first of them, empty when there are not so many left
     */
    OptionalLong take(String name, int count, long most);

    /** The last number that was given; 0 while none was. By the time it is read another may have been given. */
    long last(String name);

    /**
     * Lets a sequence begin where another stands, if that is further: for one that is given another name. From then on
     * the other is not used any more.
     */
    void follow(String name, String former);
}
