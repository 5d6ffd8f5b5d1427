package vn.tthc.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.StreamId;

/** Entity tags: {@code "dossier-7"} is version 7 of the dossier asked for. */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"([a-z]+)-(0|[1-9][0-9]{0,17})\"");

    private IfMatch() {}

    static String tag(StreamId stream, long version) {
        return "\"" + stream.type().prefix() + "-" + version + "\"";
    }

    /** A weak tag or {@code *} does not say what the caller has seen, and is refused like a malformed one. */
    static long version(@Nullable String header, StreamId stream) {
        if (header == null || header.isBlank()) {
            throw new Problem(CommonProblem.PRECONDITION_REQUIRED, "If-Match");
        }
        Matcher matcher = TAG.matcher(header.strip());
        if (!matcher.matches() || !matcher.group(1).equals(stream.type().prefix())) {
            throw Requests.malformed("If-Match");
        }
        return Long.parseLong(matcher.group(2));
    }
}
