package vn.tthc.platform.api;

import java.util.Locale;

/** Ids of operations follow from method and path, so that no class or method of ours is promised to anybody. */
final class OperationIds {
    private static final String API = "/api/v1";

    private OperationIds() {}

    /** {@code GET /api/v1/dossiers/{id}} is {@code getDossiersById}. */
    static String of(String method, String path) {
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        String rest = path.startsWith(API) ? path.substring(API.length()) : path;
        for (String segment : rest.split("/", -1)) {
            if (segment.startsWith("{")) {
                id.append("By").append(capital(segment.substring(1, segment.length() - 1)));
            } else {
                for (String word : segment.split("-", -1)) {
                    id.append(capital(word));
                }
            }
        }
        return id.toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
