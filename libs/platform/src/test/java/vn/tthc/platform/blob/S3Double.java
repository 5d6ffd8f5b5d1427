package vn.tthc.platform.blob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A bucket that answers as S3 does to what the shelf asks: put, copy to itself, get, delete, list in pages of ten. It holds each body against the
 * hash the request was signed with, and fails on demand.
 */
final class S3Double implements AutoCloseable {
    static final String BUCKET = "dossiers";
    static final String KEY = "test-key";
    private static final int PAGE = 10;

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final AtomicInteger refuse = new AtomicInteger();
    private final HttpServer server;

    S3Double() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    S3Settings settings() {
        return new S3Settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "vn-1", BUCKET, KEY, "test-secret");
    }

    NavigableMap<String, byte[]> objects() {
        return objects;
    }

    /** Lets an object be as old as that. */
    void age(String key, Instant moment) {
        since.put(key, moment);
    }

    /** The next requests, so many, are answered with 503. */
    void refuse(int requests) {
        refuse.set(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (refuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                error(exchange, 503, "SlowDown");
                return;
            }
            if (!isSigned(exchange, body)) {
                error(exchange, 403, "SignatureDoesNotMatch");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (!path.startsWith("/" + BUCKET)) {
                error(exchange, 404, "NoSuchBucket");
                return;
            }
            String key = path.length() > BUCKET.length() + 1 ? path.substring(BUCKET.length() + 2) : "";
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, key, body);
                case "DELETE" -> {
                    objects.remove(key);
                    since.remove(key);
                    exchange.sendResponseHeaders(204, -1);
                }
                case "GET" -> {
                    if (key.isEmpty()) {
                        list(exchange);
                    } else {
                        get(exchange, key);
                    }
                }
                default -> error(exchange, 405, "MethodNotAllowed");
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        boolean known = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=" + KEY + "/");
        String hash = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
        return known && (hash.equals(sha256(body)) || (body.length == 0 && hash.equals("UNSIGNED-PAYLOAD")));
    }

    private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
        String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
        if (source == null) {
            objects.put(key, body);
            since.put(key, Instant.now());
            exchange.getResponseHeaders().set("ETag", "\"" + sha256(body) + "\"");
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String from = URLDecoder.decode(source, StandardCharsets.UTF_8).replaceFirst("^/?" + BUCKET + "/", "");
        byte[] content = objects.get(from);
        if (content == null) {
            error(exchange, 404, "NoSuchKey");
        } else if (from.equals(key)
                && !"REPLACE".equals(exchange.getRequestHeaders().getFirst("x-amz-metadata-directive"))) {
            // As S3 does: a copy that changes nothing is none.
            error(exchange, 400, "InvalidRequest");
        } else {
            objects.put(key, content);
            since.put(key, Instant.now());
            answer(
                    exchange,
                    200,
                    "<CopyObjectResult><LastModified>" + since.get(key) + "</LastModified></CopyObjectResult>");
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        byte[] content = objects.get(key);
        if (content == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    private void list(HttpExchange exchange) throws IOException {
        Map<String, String> asked = java.util.Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String prefix = asked.getOrDefault("prefix", "");
        String after = asked.getOrDefault("continuation-token", "");
        var page = objects.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .limit(PAGE + 1L)
                .toList();
        boolean more = page.size() > PAGE;
        var shown = more ? page.subList(0, PAGE) : page;
        String contents = shown.stream()
                .map(key -> "<Contents><Key>" + key + "</Key><LastModified>"
                        + since.get(key).truncatedTo(ChronoUnit.MILLIS) + "</LastModified><Size>1</Size></Contents>")
                .collect(Collectors.joining());
        answer(
                exchange,
                200,
                "<ListBucketResult><IsTruncated>" + more + "</IsTruncated>"
                        + (more ? "<NextContinuationToken>" + shown.getLast() + "</NextContinuationToken>" : "")
                        + contents + "</ListBucketResult>");
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        answer(exchange, status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
