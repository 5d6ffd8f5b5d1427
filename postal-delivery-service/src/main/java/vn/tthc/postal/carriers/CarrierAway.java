package vn.tthc.postal.carriers;

/** A carrier does not answer now, or not in a way that says what became of the question: it is asked again. */
public final class CarrierAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why, without anything of the question. */
    public CarrierAway(String why) {
        super(why);
    }
}
