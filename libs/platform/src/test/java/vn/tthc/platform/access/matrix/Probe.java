package vn.tthc.platform.access.matrix;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A request without the token that goes with it. */
public record Probe(String method, String path, Map<String, String> headers, byte[] body) {
    public Probe {
        headers = Map.copyOf(headers);
    }

    public static Probe get(String path) {
        return new Probe("GET", path, Map.of(), new byte[0]);
    }

    public static Probe post(String path, String json) {
        return new Probe(
                "POST", path, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A file. */
    public static Probe upload(String path, String mediaType, byte[] content) {
        return new Probe("POST", path, Map.of("Content-Type", mediaType), content);
    }

    /** The same, with another header. */
    public Probe with(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new Probe(method, path, all, body);
    }

    /** What came back. */
    public record Answer(int status, String contentType, String body) {
        boolean isJson() {
            return contentType.startsWith("application/json");
        }

        /** Without its parameters. */
        String mediaType() {
            return contentType.isEmpty() || body.isEmpty() ? "nothing" : contentType.replaceFirst(";.*", "");
        }
    }

    /** Sends it; an empty token is none. */
    @FunctionalInterface
    public interface Exchange {
        Answer send(Probe probe, String token) throws Exception;
    }
}
