package vn.tthc.platform.store;

/** Numbers that are never given twice, not even across restarts; gaps are possible. */
public interface Sequences {
    /**
     * Takes the next numbers of a sequence, durably.
     *
     * @param name the sequence, such as an agency and a day
     * @param count how many
     * @return the first of them; the first ever is 1
     */
    long take(String name, int count);
}
