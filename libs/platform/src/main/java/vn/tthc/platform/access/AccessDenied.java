package vn.tthc.platform.access;

/** The caller may not do or see this. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessDenied(String permission) {
        super("not allowed: " + permission);
    }
}
