package vn.tthc.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.platform.api.ApiDocument.ApiOperation;

/**
 * The examples of a service, each of them executed: a request is sent, its answer must be as the description says, and
 * both are what {@code tthc-api/examples.json} shows. With {@code -Dapi.write=examples} that file is brought up to date.
 */
public final class ExampleBook {
    private static final Path FILE = Path.of("src/main/resources/tthc-api/examples.json");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Duration TODAY = Duration.ofDays(2);
    private static final String A_DAY = "2026-03-02T08:00:00+07:00";
    private static final Duration SOON = Duration.ofDays(60);
    private static final String A_LATER_DAY = "2026-03-16T17:00:00+07:00";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** So many words of a name are enough. */
    private static final int WORDS = 30;

    /** So many entries of a list show what the others are like. */
    private static final int ENTRIES = 2;

    private final ApiDocument document;
    private final Exchange.Line line;
    private final Map<String, ObjectNode> executed = new TreeMap<>();

    private final Map<String, Set<String>> words = new TreeMap<>();

    /** Requests that were refused: they show how to ask, where this place has no good answer. */
    private final Map<String, ObjectNode> asked = new TreeMap<>();

    public ExampleBook(ApiDocument document, Exchange.Line line) {
        this.document = document;
        this.line = line;
    }

    public ApiDocument document() {
        return document;
    }

    /** Words that were said in requests and answers, by the name of their field, parameter or header. */
    public Map<String, Set<String>> words() {
        return words;
    }

    private void learn(String name, JsonNode node) {
        node.properties().forEach(field -> learn(field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(entry -> learn(name, entry));
        } else if (node.isValueNode()) {
            learn(name, node.asString(""));
        }
    }

    private void learn(String name, String word) {
        Set<String> known = words.computeIfAbsent(name, first -> new TreeSet<>());
        if (!word.isEmpty() && known.size() < WORDS) {
            known.add(word);
        }
    }

    /** A request to an operation, to be completed. */
    public Call call(String operation) {
        return new Call(document.operation(operation));
    }

    /** A request being put together. */
    public final class Call {
        private final ApiOperation operation;
        private final Map<String, String> headers = new TreeMap<>();
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private byte @Nullable [] body;
        private @Nullable JsonNode json;

        private Call(ApiOperation operation) {
            this.operation = operation;
            headers.put("Accept-Language", "vi");
        }

        /** Who sends it. */
        public Call as(String token) {
            headers.put("Authorization", token.startsWith("Bearer ") ? token : "Bearer " + token);
            return this;
        }

        /** A parameter of path or query. */
        public Call with(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /** A header of its own. */
        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** What was seen: the answer before, or its {@code ETag}. */
        public Call seeing(String etag) {
            headers.put("If-Match", etag);
            return this;
        }

        public Call seeing(Exchange.Reply before) {
            return seeing(before.header("ETag"));
        }

        /** A JSON body. */
        public Call body(String text) {
            json = JSON.readTree(text);
            body = text.getBytes(StandardCharsets.UTF_8);
            headers.put("Content-Type", "application/json");
            return this;
        }

        /** A body that is a file. */
        public Call file(String type, byte[] content) {
            body = content;
            headers.put("Content-Type", type);
            return this;
        }

        /** Sends it: the answer is a good one, as the description says, and the first one is the example. */
        public Exchange.Reply succeeds(int status) {
            Exchange.Reply reply = send();
            assertThat(reply.status()).as("%s: %s", operation.id(), reply).isEqualTo(status);
            assertThat(document.faults(operation, reply))
                    .as("%s: %s", operation.id(), reply)
                    .isEmpty();
            executed.computeIfAbsent(operation.id(), first -> example(reply));
            return reply;
        }

        /** Sends it: the answer is this refusal, and the description says that it may be. */
        public Exchange.Reply refused(int status, String code) {
            Exchange.Reply reply = send();
            assertThat(reply.status()).as("%s: %s", operation.id(), reply).isEqualTo(status);
            assertThat(JSON.readTree(reply.text()).path("code").asString("")).isEqualTo(code);
            assertThat(document.faults(operation, reply)).as(operation.id()).isEmpty();
            asked.computeIfAbsent(operation.id(), first -> example(reply));
            return reply;
        }

        private Exchange.Reply send() {
            String path = operation.path();
            StringBuilder query = new StringBuilder();
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                String hole = "{" + parameter.getKey() + "}";
                String value = URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
                if (path.contains(hole)) {
                    path = path.replace(hole, value);
                } else {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(parameter.getKey())
                            .append('=')
                            .append(value);
                }
            }
            Exchange.Reply reply = line.send(new Exchange.Request(operation.method(), path + query, headers, body));
            learn(reply);
            return reply;
        }

        private void learn(Exchange.Reply reply) {
            parameters.forEach(ExampleBook.this::learn);
            ExampleBook.this.learn("ETag", reply.header("ETag"));
            if (json != null) {
                ExampleBook.this.learn("", json);
            }
            if (reply.status() / 100 == 2 && reply.header("Content-Type").startsWith("application/json")) {
                ExampleBook.this.learn("", JSON.readTree(reply.text()));
            }
        }

        private ObjectNode example(Exchange.Reply reply) {
            ObjectNode example = JSON.createObjectNode();
            if (!parameters.isEmpty()) {
                ObjectNode told = example.putObject("parameters");
                parameters.forEach(told::put);
            }
            if (json != null) {
                example.set("request", json);
            }
            example.put("status", reply.status());
            boolean good = reply.status() / 100 == 2;
            if (good && reply.header("Content-Type").startsWith("application/json")) {
                example.set("response", shortened(JSON.readTree(reply.text())));
            }
            return steady(example);
        }
    }

    /** Long lists are cut, so that an example can be read. */
    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode list) {
            while (list.size() > ENTRIES) {
                list.remove(list.size() - 1);
            }
        }
        node.values().forEach(ExampleBook::shortened);
        return node;
    }

    /**
     * Ids are given by chance, and so is today; in an example the first are numbered, the second is one day, and what
     * follows in the next weeks is another.
     */
    private static ObjectNode steady(ObjectNode example) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher ids = UUID.matcher(onOneDay(example.toString()));
        StringBuilder text = new StringBuilder();
        while (ids.find()) {
            String name = names.computeIfAbsent(
                    ids.group(), id -> String.format("0190f3b2-0000-7000-8000-%012d", names.size() + 1));
            ids.appendReplacement(text, name);
        }
        ids.appendTail(text);
        return (ObjectNode) JSON.readTree(text.toString());
    }

    private static String onOneDay(String text) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        Matcher moments = MOMENT.matcher(text);
        StringBuilder steady = new StringBuilder();
        while (moments.find()) {
            Duration ahead = Duration.between(now, OffsetDateTime.parse(moments.group()));
            String day = ahead.abs().compareTo(TODAY) < 0
                    ? A_DAY
                    : ahead.isPositive() && ahead.compareTo(SOON) < 0 ? A_LATER_DAY : moments.group();
            moments.appendReplacement(steady, day);
        }
        return moments.appendTail(steady).toString();
    }

    /**
     * Whether every operation was executed but those, and the examples shown are those that were.
     *
     * @param except operations that cannot succeed here
     */
    public void closed(Set<String> except) {
        Set<String> missing = document.operations().stream()
                .map(ApiOperation::id)
                .filter(id -> !executed.containsKey(id) && !except.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        asked.keySet().retainAll(except);
        asked.forEach(executed::putIfAbsent);
        assertThat(missing)
                .as("operations without an example that was executed")
                .isEmpty();
        Map<String, JsonNode> shown = shown();
        if (System.getProperty("api.write", "").equals("examples")) {
            write(shown);
            return;
        }
        assertThat(shown.keySet()).as(ApiFolder.COMMAND).isEqualTo(executed.keySet());
        executed.forEach((id, example) -> assertThat(differences(id, shown.get(id), example))
                .as(ApiFolder.COMMAND)
                .isEmpty());
    }

    /**
     * Requests are the same to the letter; answers shown are still as their schema says, which names every field and what
     * must be there. What else an answer holds depends on what others have done at this place: a next page, for one.
     */
    private List<String> differences(String id, @Nullable JsonNode shown, JsonNode executed) {
        if (shown == null) {
            return List.of(id + " is new");
        }
        for (String part : List.of("parameters", "request", "status")) {
            if (!shown.path(part).equals(executed.path(part))) {
                return List.of(id + ": another " + part);
            }
        }
        JsonNode before = shown.path("response");
        if (before.isMissingNode() != executed.path("response").isMissingNode()) {
            return List.of(id + ": an answer is shown where there is none, or is not shown");
        }
        if (before.isMissingNode()) {
            return List.of();
        }
        String pointer = document.operation(id).pointer() + "/responses/"
                + shown.path("status").asInt() + "/content/application~1json/schema";
        return document.faults(pointer, before).stream()
                .map(fault -> id + ": " + fault)
                .toList();
    }

    private static Map<String, JsonNode> shown() {
        Map<String, JsonNode> shown = new TreeMap<>();
        try {
            if (Files.exists(FILE)) {
                JSON.readTree(Files.readString(FILE))
                        .properties()
                        .forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shown;
    }

    /** What still holds is left alone, so that a run changes nothing but what it has to. */
    private void write(Map<String, JsonNode> shown) {
        ObjectNode all = JSON.createObjectNode();
        executed.forEach((id, example) -> {
            JsonNode before = shown.get(id);
            all.set(id, before != null && differences(id, before, example).isEmpty() ? before : example);
        });
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, ApiFolder.text(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
