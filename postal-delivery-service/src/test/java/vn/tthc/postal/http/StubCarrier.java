package vn.tthc.postal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A carrier that does what the tests say: takes every order unless told otherwise, and has nothing to tell. */
final class StubCarrier {
    private final HttpServer server;
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Integer>> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private final Map<String, String> reaches = new ConcurrentHashMap<>();
    private volatile UnaryOperator<String> watching = item -> "nobody looked";

    StubCarrier() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answers to orders of this item have these statuses, the later ones are good. */
    void answers(String item, Integer... next) {
        statuses.put(item, new ArrayDeque<>(List.of(next)));
    }

    /** It knows the item by that number. */
    void calls(String item, String number) {
        numbers.put(item, number);
    }

    /** It has that to tell when asked. */
    void tells(String item, String events) {
        told.put(item, events);
    }

    /** It takes the orders of this item and knows nothing of them when asked. */
    void forgets(String item) {
        forgotten.add(item);
    }

    /** Looks into our store whenever an order comes. */
    void watches(UnaryOperator<String> reachOfItem) {
        watching = reachOfItem;
    }

    /** What our store said of the reach of an order when it first came. */
    String reachWhenOrdered(String item) {
        return reaches.getOrDefault(item, "it never came");
    }

    /** The orders of an item that came, the first one first. */
    List<String> orders(String item) {
        return orders.stream().filter(order -> order.contains(item)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String item = path[2];
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        String answer = "{\"events\":[" + told.getOrDefault(item, "") + "]}";
        if (exchange.getRequestMethod().equals("PUT")) {
            reaches.computeIfAbsent(item, watching);
            orders.add(body);
            Integer said = statuses.getOrDefault(item, new ArrayDeque<>()).poll();
            status = said == null ? 201 : said;
            answer = "{\"number\":\"" + numbers.getOrDefault(item, "own-" + item) + "\"}";
        }
        if (exchange.getRequestMethod().equals("GET") && forgotten.contains(item)) {
            status = 404;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
