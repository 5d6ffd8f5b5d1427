package vn.tthc.platform.access.matrix;

import java.util.regex.Pattern;

/** What differs in every answer and tells nothing. */
final class Refusals {
    private static final Pattern INSTANCE = Pattern.compile("\"instance\":\"[^\"]*\"");

    private Refusals() {}

    static String plain(String body) {
        return INSTANCE.matcher(body).replaceAll("");
    }
}
