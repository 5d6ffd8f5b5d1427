package vn.tthc.query.statistics;

/**
 * Names a counter.
 *
 * @param source {@code live}, or the name of an import
 * @param agency id of the responsible agency, or {@link #ALL}
 * @param counter what is counted, see {@link Contribution}
 */
public record CounterKey(String source, String agency, String counter) {
    /** Whatever the agency. */
    public static final String ALL = "*";
}
