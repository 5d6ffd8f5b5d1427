package vn.tthc.law;

/**
 * A legal term (thời hạn giải quyết).
 *
 * @param amount how many units, at least 1
 * @param unit the unit
 */
public record Term(int amount, TermUnit unit) {
    public Term {
        if (amount < 1) {
            throw new IllegalArgumentException("a term is at least 1 " + unit + ", not " + amount);
        }
    }
}
