package vn.tthc.local.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.ServiceAway;
import vn.tthc.local.http.Services;

/** Asks query-service for its figures once its views have everything. */
public final class Statistics {
    private final Services services;
    private final String token;

    /**
     * Prepares the question.
     *
     * @param token token of an inspector
     */
    public Statistics(Services services, String token) {
        this.services = services;
        this.token = token;
    }

    /**
     * The figures as query-service gives them.
     *
     * @param source only dossiers of this source, all when null
     * @param warn told when the figures lack something
     * @throws Failure when the views do not catch up, or the service refuses
     */
    public Answer run(@Nullable String source, Consumer<String> warn) throws InterruptedException {
        try (Api api = new Api()) {
            long parked = new Barrier(api, services, token).await();
            if (parked > 0) {
                warn.accept(
                        parked + " dossiers could not be taken over by the views; the figures lack their last events.");
            }
            String query = source == null ? "" : "?source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
            Answer answer = api.send(services.query("/api/v1/statistics" + query, token));
            if (!answer.ok()) {
                throw new Failure("query-service gives no figures: " + answer.complaint() + ".");
            }
            return answer;
        } catch (ServiceAway e) {
            throw new Failure(Failure.TRY_AGAIN, e.getMessage() + ".");
        }
    }
}
