package vn.tthc.intake.dossier;

import org.jspecify.annotations.Nullable;

/** The body of a request that has nothing to say beside its address: an empty object, or none. */
public record Nothing() {
    private static final Nothing NOTHING = new Nothing();

    /** The same for an absent body, so that both are one request. */
    public static Nothing of(@Nullable Nothing body) {
        return body == null ? NOTHING : body;
    }
}
