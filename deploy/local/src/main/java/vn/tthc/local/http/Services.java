package vn.tthc.local.http;

import java.net.URI;
import java.util.Map;
import vn.tthc.local.Ports;

/** Where the services are reached. */
public final class Services {
    private final Ports ports;

    public Services(Ports ports) {
        this.ports = ports;
    }

    public Call intake(String path, String token) {
        return call("intake-service", ports.intake(), path, token);
    }

    public Call processing(String path, String token) {
        return call("processing-service", ports.processing(), path, token);
    }

    public Call postal(String path, String token) {
        return call("postal-delivery-service", ports.postal(), path, token);
    }

    public Call query(String path, String token) {
        return call("query-service", ports.query(), path, token);
    }

    private static Call call(String service, int port, String path, String token) {
        Call call = new Call(service, "GET", URI.create("http://127.0.0.1:" + port + path), Map.of(), null)
                .with("Accept", "application/json, application/problem+json");
        return token.isEmpty() ? call : call.with("Authorization", "Bearer " + token);
    }
}
