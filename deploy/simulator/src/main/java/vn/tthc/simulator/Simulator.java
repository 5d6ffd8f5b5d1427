package vn.tthc.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server: {@code PUT /{carrier}/orders/{id}}, {@code GET /{carrier}/orders/{id}/events}, and its health. */
final class Simulator implements AutoCloseable {
    private static final int LONGEST = 1 << 20;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Secrets secrets;
    private final Faults faults;
    private final Messenger messenger;
    private final Orders orders;
    private final HttpServer server;
    private final Random chance;

    /**
     * Starts it.
     *
     * @param port where it listens, on this machine alone
     * @param target where the system is told what happens
     */
    Simulator(int port, URI target, Secrets secrets, Faults faults) throws IOException {
        InstantSource clock = InstantSource.system();
        this.secrets = secrets;
        this.faults = faults;
        this.chance = new Random(faults.seed());
        this.messenger = new Messenger(target, secrets, faults, json, clock);
        this.orders = new Orders(faults, clock, messenger::tell);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private record Reply(int status, Map<String, ?> body) {
        static Reply of(int status, String word) {
            return new Reply(status, Map.of("status", word));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
            Reply reply = reply(exchange, body);
            if (reply == null) {
                return; // closed without an answer
            }
            byte[] answer = json.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private @Nullable Reply reply(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/actuator/health")) {
            return Reply.of(200, "UP");
        }
        String[] words = path.split("/", -1);
        Secret secret = words.length < 2 ? null : secrets.of(words[1]);
        if (secret == null) {
            return Reply.of(404, "NO_SUCH_CARRIER");
        }
        var headers = exchange.getRequestHeaders();
        if (!secret.holds(
                headers.getFirst("webhook-signature"),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                body)) {
            return Reply.of(401, "NOT_SIGNED");
        }
        boolean order = words.length >= 4 && words[2].equals("orders") && words[3].matches("[0-9a-f-]{36}");
        if (order && words.length == 4 && exchange.getRequestMethod().equals("PUT")) {
            return take(words[1], words[3], body);
        }
        if (order
                && words.length == 5
                && words[4].equals("events")
                && exchange.getRequestMethod().equals("GET")) {
            List<Event> told = orders.told(words[1], words[3]);
            return told == null ? Reply.of(404, "NO_SUCH_ORDER") : new Reply(200, Map.of("events", told));
        }
        return Reply.of(404, "NOT_FOUND");
    }

    /** An answer may be lost after the order was taken, or before. */
    private @Nullable Reply take(String carrier, String orderId, byte[] body) {
        if (lost()) {
            return null;
        }
        JsonNode order;
        try {
            order = json.readTree(body);
        } catch (JacksonException e) {
            return Reply.of(400, "UNREADABLE");
        }
        Orders.Answer answer = orders.take(
                carrier,
                orderId,
                order.path("revision").asLong(0),
                order.path("cancelled").asBoolean(false));
        return lost() ? null : new Reply(answer.fresh() ? 201 : 200, Map.of("number", answer.number()));
    }

    private boolean lost() {
        synchronized (chance) {
            return chance.nextDouble() < faults.loss();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        messenger.close();
    }
}
