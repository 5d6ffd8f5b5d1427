package vn.tthc.platform.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far some streams of a log have come.
 *
 * @param heads in order of their names
 * @param next {@code after} of the next page, null when this is the last
 */
record HeadPage(List<Head> heads, @Nullable String next) {

    /** A stream and its last version. */
    record Head(String stream, long version) {}
}
