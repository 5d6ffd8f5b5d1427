package vn.tthc.platform.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.api.ApiDocument.ApiOperation;

/**
 * Requests by chance, made of a service's own description and of words its examples used: valid ones, nearly valid ones and
 * rubbish, from whoever. No answer is an error of the service, and each is as the description says; one that says to come
 * back later (503) is asked once more, and may say so again. What was sent follows from the seed, which is the same in
 * every build unless told otherwise: {@code -Dapi.fuzz.seed=N}, {@code -Dapi.fuzz.tries=N} for each operation.
 */
public final class ApiFuzz {
    private static final int TRIES = 5;
    private static final int SHOWN = 600;
    private static final long SEED = 20_260_302;
    private static final int LATER = 503;

    private final ApiDocument document;
    private final Exchange.Line line;
    private final List<String> tokens;
    private final Map<String, String> reserved = new TreeMap<>();
    private final Random random;
    private final long seed;
    private final int tries;
    private final FuzzValues values;
    private int sent;
    private int good;

    /**
     * A run.
     *
     * @param tokens of those who send
     * @param words what the examples said, by name of field or parameter
     */
    public ApiFuzz(ApiDocument document, Exchange.Line line, List<String> tokens, Map<String, Set<String>> words) {
        this.document = document;
        this.line = line;
        this.tokens = tokens;
        this.seed = Long.getLong("api.fuzz.seed", SEED);
        this.tries = Integer.getInteger("api.fuzz.tries", TRIES);
        this.random = new Random(seed);
        this.values = new FuzzValues(document, words, random);
    }

    /** An operation is sent by this token alone, because what it does would disturb the other tests. */
    public ApiFuzz reserve(String operation, String token) {
        reserved.put(document.operation(operation).id(), token);
        return this;
    }

    /** Sends them; answers with what went wrong. */
    public List<String> run(Set<String> without) {
        System.out.println("API by chance: seed " + seed + ", " + tries + " tries for each operation");
        List<String> faults = new ArrayList<>();
        JqwikSession.run(() -> {
            for (ApiOperation operation : document.operations()) {
                for (int i = 0; i < tries && !without.contains(operation.id()); i++) {
                    attempt(operation, faults);
                }
            }
        });
        System.out.println("API by chance: " + sent + " requests, " + good + " of them done");
        return faults.stream().map(fault -> "seed " + seed + ": " + fault).toList();
    }

    /** How many requests were sent. */
    public int sent() {
        return sent;
    }

    private void attempt(ApiOperation operation, List<String> faults) {
        Exchange.Request request = request(operation);
        Exchange.Reply reply = line.send(request);
        sent++;
        if (reply.status() == LATER) {
            reply = line.send(request);
            sent++;
        }
        good += reply.status() / 100 == 2 ? 1 : 0;
        List<String> wrong = new ArrayList<>(document.faults(operation, reply));
        if (reply.status() >= 500 && reply.status() != LATER) {
            wrong.add("is an error of the service");
        }
        if (!wrong.isEmpty()) {
            Map<String, String> headers = new TreeMap<>(request.headers());
            headers.replace("Authorization", "…");
            String body = request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
            faults.add(operation.id() + " " + shown(request.target()) + " " + headers + " " + shown(body) + ": "
                    + shown(wrong.toString()) + " " + reply.status());
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Exchange.Request request(ApiOperation operation) {
        Map<String, String> headers = new TreeMap<>();
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode reference : operation.node().path("parameters")) {
            JsonNode parameter = document.resolved(reference);
            String name = parameter.path("name").asString();
            boolean wanted = parameter.path("required").asBoolean(false) ? chance(95) : chance(40);
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(inPath(name, parameter)));
                case "query" -> {
                    if (wanted) {
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(name)
                                .append('=')
                                .append(encoded(values.text(name, parameter.path("schema"))));
                    }
                }
                default -> {
                    if (wanted) {
                        headers.put(name, header(name));
                    }
                }
            }
        }
        String only = reserved.get(operation.id());
        if (chance(90)) {
            headers.put("Authorization", bearer(only == null ? tokens.get(random.nextInt(tokens.size())) : only));
        }
        byte[] body = body(operation, headers);
        return new Exchange.Request(operation.method(), path + query, headers, body);
    }

    private static String bearer(String token) {
        return token.startsWith("Bearer ") ? token : "Bearer " + token;
    }

    private String inPath(String name, JsonNode parameter) {
        String text = values.text(name, parameter.path("schema"));
        boolean nothing = text.isBlank() || text.chars().allMatch(c -> c == '.');
        return nothing ? "x" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Nobody waits for a position that never comes: those are only malformed. */
    private String header(String name) {
        return switch (name) {
            case "If-Match" ->
                values.pick("ETag", "\"dossier-1\"", "\"case-2\"", "\"item-1\"", "*", "W/\"dossier-1\"", "7");
            case "Tthc-Position" -> values.pick("no such name", "dossier", "dossier-1@0", "@", "1@1");
            case "Idempotency-Key" -> values.pick(name, "a", "key-" + random.nextInt(1000), "x".repeat(200));
            case "Accept-Language" -> values.pick(name, "vi", "en", "en-GB,vi;q=0.5", "*", ";;");
            default -> values.pick(name, "abc", "a b", "x".repeat(100));
        };
    }

    private byte @Nullable [] body(ApiOperation operation, Map<String, String> headers) {
        JsonNode content = operation.node().path("requestBody").path("content");
        if (content.isMissingNode() || chance(3)) {
            return null;
        }
        JsonNode json = content.path("application/json");
        String type = json.isMissingNode() || chance(3)
                ? values.pick("Content-Type", "image/png", "application/pdf", "text/plain", "nonsense")
                : "application/json";
        headers.put("Content-Type", type);
        if (json.isMissingNode()) {
            return values.bytes();
        }
        return values.body(json.path("schema")).getBytes(StandardCharsets.UTF_8);
    }
}
