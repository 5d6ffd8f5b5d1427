package vn.tthc.local.token;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;
import vn.tthc.local.Ports;

/**
 * Access tokens of demo people, from the identity provider of this installation. This program shows its own secret and
 * says for whom it speaks; no person's password is needed or passed on.
 */
public final class Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEAST_LEFT = Duration.ofMinutes(5);

    private final URI endpoint;
    private final String secret;
    private final InstantSource clock;
    private final Map<Person, Token> issued = new ConcurrentHashMap<>();

    public Tokens(Ports ports, Keys keys, InstantSource clock) {
        this.endpoint = URI.create("http://127.0.0.1:" + ports.identity() + "/oauth2/token");
        this.secret = keys.launcherSecret();
        this.clock = clock;
    }

    /**
     * A token with the moment it ends.
     *
     * @param text what goes after {@code Bearer}
     * @param expiresAt end of its life
     */
    public record Token(String text, Instant expiresAt) {}

    /**
     * A token that lets somebody act for half a day.
     *
     * @throws Failure when the identity provider does not answer or refuses
     */
    public Token of(Person person) {
        Instant enough = clock.instant().plus(LEAST_LEFT);
        Token known = issued.get(person);
        if (known != null && known.expiresAt().isAfter(enough)) {
            return known;
        }
        Token fresh = ask(person);
        issued.put(person, fresh);
        return fresh;
    }

    private Token ask(Person person) {
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(person)))
                .build();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode json = Json.mapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new Failure("the identity provider gives no token for '" + person.sub() + "': "
                        + json.path("error").asString("HTTP " + answer.statusCode()) + ".");
            }
            return new Token(
                    json.path("access_token").asString(),
                    now.plusSeconds(json.path("expires_in").asLong()));
        } catch (IOException e) {
            throw new Failure(Failure.TRY_AGAIN, "the identity provider does not answer; ./tthc up starts it.");
        } catch (JacksonException e) {
            throw new Failure("what answers on " + endpoint + " is not the identity provider.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.TRY_AGAIN, "asking for a token was interrupted.");
        }
    }

    private String basic() {
        String pair = "tthc-launcher:" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Person person) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("sub", person.sub());
        fields.put("roles", String.join(" ", person.roles()));
        if (person.agency() != null) {
            fields.put("agency", person.agency());
        }
        if (person.identityNumber() != null) {
            fields.put("identity_number", person.identityNumber());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
