package vn.tthc.platform.command;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from a name, so that saying it again means the same thing. */
public final class Ids {
    private Ids() {}

    /** A name-based UUID. */
    public static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
