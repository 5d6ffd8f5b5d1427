package vn.tthc.postal.reference;

/**
 * Serial numbers of item identifiers that the post was given in advance.
 *
 * @param point the postal point they belong to, or {@link #RESERVE} for the province's own
 * @param serviceIndicator two letters, such as {@code RL}
 * @param from first serial number
 * @param to last serial number
 */
public record S10Range(String point, String serviceIndicator, int from, int to) {
    /** Stands for the province in place of a point. */
    public static final String RESERVE = "RESERVE";

    private static final int LARGEST = 99_999_999;

    public S10Range {
        if (!serviceIndicator.matches("[A-Z]{2}") || from < 0 || from > to || to > LARGEST) {
            throw new IllegalArgumentException("no range: " + serviceIndicator + " " + from + " to " + to);
        }
    }

    /** Unique and never changed: what was handed out is counted under it. */
    String sequence() {
        return "s10-" + serviceIndicator + "-" + from;
    }

    /** How many identifiers it has. */
    long size() {
        return (long) to - from + 1;
    }

    boolean overlaps(S10Range other) {
        return serviceIndicator.equals(other.serviceIndicator) && from <= other.to && other.from <= to;
    }
}
