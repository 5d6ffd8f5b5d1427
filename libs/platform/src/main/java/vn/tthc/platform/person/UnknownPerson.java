package vn.tthc.platform.person;

/** This service does not hold the key of that person (yet, or any more). */
public final class UnknownPerson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownPerson(String person) {
        super("no key for person " + person);
    }
}
