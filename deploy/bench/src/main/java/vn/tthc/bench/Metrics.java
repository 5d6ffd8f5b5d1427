package vn.tthc.bench;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import vn.tthc.local.http.Call;

/**
 * What a service says of itself in Prometheus' format.
 *
 * @param text all of it
 */
record Metrics(String text) {
    static final String PATH = "/actuator/prometheus";

    /** As a service says now. */
    static Metrics of(Wire wire, Call call) throws InterruptedException {
        return new Metrics(wire.good(call.with("Accept", "text/plain")).text());
    }

    /** The first value of that name, whatever its labels; empty when there is none. */
    OptionalDouble first(String name) {
        return values(name).findFirst();
    }

    /** All values of that name together, 0 when there is none. */
    double sum(String name) {
        return values(name).sum();
    }

    private DoubleStream values(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
