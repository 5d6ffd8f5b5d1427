package vn.tthc.postal.carriers;

/** A carrier says no; asking again changes nothing. */
public final class CarrierRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * A refusal.
     *
     * @param status HTTP status it was given with
     */
    public CarrierRefused(int status) {
        super("refused with status " + status);
        this.status = status;
    }

    /** Whether it knows nothing of what was asked for. */
    public boolean unknown() {
        return status == 404;
    }
}
