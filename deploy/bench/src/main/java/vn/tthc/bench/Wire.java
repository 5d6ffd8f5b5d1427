package vn.tthc.bench;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/**
 * Sends a request once; a measurement hides no second try. It is sent and its answer read on the caller's thread, over
 * connections that are kept, because what the client costs is missing to the services on the same machine.
 */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    /** To each service: as many as it takes, so that nobody waits here whose time would count as the service's. */
    private static final int MOST_CONNECTIONS = 4_096;

    private static final RequestConfig USUAL = config(PATIENCE);

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(connections())
            .setUserAgent("tthc-bench")
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAuthCaching()
            .disableConnectionState()
            .build();

    /**
     * The answer, whatever it says.
     *
     * @throws Failure when the service cannot be reached in 5 s or is silent for 20 s
     */
    Answer send(Call call) throws InterruptedException {
        return send(call, PATIENCE);
    }

    /** The same with another bound on the service's silence. */
    Answer send(Call call, Duration patience) throws InterruptedException {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        request.setConfig(patience.equals(PATIENCE) ? USUAL : config(patience));
        call.headers().forEach(request::setHeader);
        String body = call.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        try {
            return http.execute(request, Wire::answer);
        } catch (IOException e) {
            // Whoever is interrupted while it waits for a connection or an answer gets that as an IOException.
            if (Thread.interrupted()) {
                InterruptedException interrupted = new InterruptedException("interrupted at " + call.service());
                interrupted.initCause(e);
                throw interrupted;
            }
            throw new Failure(
                    Failure.UNAVAILABLE, call.service() + " does not answer (" + e + "); ./tthc up starts the system.");
        }
    }

    /**
     * The answer when it is a good one.
     *
     * @throws Failure otherwise
     */
    Answer good(Call call) throws InterruptedException {
        Answer answer = send(call);
        if (!answer.ok()) {
            throw new Failure(call.service() + " did not accept " + call.method() + " "
                    + call.uri().getPath() + ": " + answer.complaint() + ".");
        }
        return answer;
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return new Answer(
                response.getCode(),
                new String(body, StandardCharsets.UTF_8),
                HttpHeaders.of(headers, (name, value) -> true));
    }

    private static PoolingHttpClientConnectionManager connections() {
        // The one used last is taken first: few stay open, and those are warm.
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(proxy -> KeptConnection.socket(), null, null, scheme -> null),
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                null,
                socket -> new KeptConnection());
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
        return connections;
    }

    private static RequestConfig config(Duration patience) {
        Timeout bound = Timeout.of(patience);
        return RequestConfig.custom()
                .setConnectionRequestTimeout(bound)
                .setResponseTimeout(bound)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }
}
