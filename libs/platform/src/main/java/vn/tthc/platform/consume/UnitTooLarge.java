package vn.tthc.platform.consume;

/** What is to be stored together does not fit; a smaller part of it may. */
public final class UnitTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnitTooLarge(int bytes) {
        super("a unit of " + bytes + " bytes is too large");
    }
}
