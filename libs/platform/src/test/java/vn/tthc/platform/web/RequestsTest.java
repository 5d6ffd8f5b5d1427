package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AgencyTree;
import vn.tthc.platform.access.Delegations;
import vn.tthc.platform.access.RolePolicy;
import vn.tthc.platform.command.CommandContext;

class RequestsTest {
    private static final StreamId STREAM = StreamId.dossier("d1");

    private final Requests requests = new Requests(
            new HttpJson(), new RolePolicy(() -> AgencyTree.EMPTY, Delegations.NONE, InstantSource.system()));

    record Body(String name, @Nullable Integer copies) {}

    private static MockHttpServletRequest request(String user) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/dossiers");
        Jwt token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject(user)
                .claim("roles", List.of("RECEPTION_OFFICER"))
                .claim("agency", "H36.01@2025-07-01")
                .issuedAt(Instant.EPOCH)
                .build();
        request.setUserPrincipal(new TokenConverter(new Claims("roles", "agency", "identity_number")).convert(token));
        return request;
    }

    private static MockHttpServletRequest keyed(String user, String key) {
        MockHttpServletRequest request = request(user);
        request.addHeader("Idempotency-Key", key);
        return request;
    }

    @Test
    void theSameKeyOfTheSameCallerIsTheSameCommand() {
        Body body = new Body("An", 1);
        CommandContext first = requests.creation(keyed("a", "k"), body);

        assertThat(requests.creation(keyed("a", "k"), body).commandId()).isEqualTo(first.commandId());
        assertThat(requests.creation(keyed("a", "k"), body).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(requests.creation(keyed("a", "other"), body).commandId()).isNotEqualTo(first.commandId());
        assertThat(requests.creation(keyed("b", "k"), body).commandId()).isNotEqualTo(first.commandId());
    }

    @Test
    void anotherBodyOrPathOrMethodHasAnotherFingerprint() {
        String first = requests.creation(keyed("a", "k"), new Body("An", 1)).fingerprint();
        MockHttpServletRequest elsewhere = keyed("a", "k");
        elsewhere.setRequestURI("/api/v1/imports");
        MockHttpServletRequest otherwise = keyed("a", "k");
        otherwise.setMethod("PUT");

        assertThat(requests.creation(keyed("a", "k"), new Body("An", 2)).fingerprint())
                .isNotEqualTo(first);
        assertThat(requests.creation(elsewhere, new Body("An", 1)).fingerprint())
                .isNotEqualTo(first);
        assertThat(requests.creation(otherwise, new Body("An", 1)).fingerprint())
                .isNotEqualTo(first);
        assertThat(requests.creation(keyed("a", "k"), null).fingerprint()).isNotEqualTo(first);
    }

    @Test
    void theOrderOfFieldsDoesNotCount() {
        Map<String, Integer> up = new LinkedHashMap<>();
        up.put("a", 1);
        up.put("b", 2);
        Map<String, Integer> down = new LinkedHashMap<>();
        down.put("b", 2);
        down.put("a", 1);

        assertThat(requests.creation(keyed("a", "k"), up).fingerprint())
                .isEqualTo(requests.creation(keyed("a", "k"), down).fingerprint());
    }

    @Test
    void withoutAKeyEverySendingIsACommandOfItsOwn() {
        assertThat(requests.creation(request("a"), null).commandId())
                .isNotEqualTo(requests.creation(request("a"), null).commandId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ă", "a\tb", "a\u0007"})
    void anUnprintableKeyIsMalformed(String key) {
        assertMalformed(() -> requests.creation(keyed("a", key), null), "Idempotency-Key");
    }

    @Test
    void aKeyHasAtMost128Characters() {
        assertThat(requests.creation(keyed("a", "x".repeat(128)), null)).isNotNull();
        assertMalformed(() -> requests.creation(keyed("a", "x".repeat(129)), null), "Idempotency-Key");
    }

    @Test
    void aDecisionSaysWhichVersionTheCallerSaw() {
        MockHttpServletRequest request = request("a");
        request.addHeader("If-Match", "\"dossier-7\"");

        assertThat(requests.decision(request, null, STREAM).expectedVersion()).isEqualTo(7L);
        assertThat(requests.creation(request, null).expectedVersion()).isNull();
    }

    @Test
    void withoutThatItIsRefused() {
        assertThatThrownBy(() -> requests.decision(request("a"), null, STREAM))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(428);
                    assertThat(problem.field()).isEqualTo("If-Match");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "W/\"dossier-7\"",
                "dossier-7",
                "\"case-7\"",
                "\"7\"",
                "\"dossier-07\"",
                "\"dossier--1\"",
                "\"dossier-7\", \"dossier-8\"",
                "\"dossier-99999999999999999999\"",
                "\"dossier-\""
            })
    void anythingButOneStrongTagOfThatStreamIsMalformed(String tag) {
        MockHttpServletRequest request = request("a");
        request.addHeader("If-Match", tag);

        assertMalformed(() -> requests.decision(request, null, STREAM), "If-Match");
    }

    @Test
    void aFactWithANameOfItsOwnIsTheSameFromWhomeverAndNeedsNoVersion() {
        CommandContext first = requests.recorded(keyed("a", "k"), new Body("An", 1), "scan|1");
        CommandContext again = requests.recorded(request("b"), new Body("An", 1), "scan|1");

        assertThat(again.commandId()).isEqualTo(first.commandId());
        assertThat(again.fingerprint()).isNull();
        assertThat(again.expectedVersion()).isNull();
    }

    @Test
    void anotherNameOrOtherContentIsForTheAggregateToCompare() {
        String first =
                requests.recorded(request("a"), new Body("An", 1), "scan|1").commandId();

        assertThat(requests.recorded(request("a"), new Body("An", 1), "scan|2").commandId())
                .isNotEqualTo(first);
        assertThat(requests.recorded(request("a"), new Body("An", 2), "scan|1").commandId())
                .isNotEqualTo(first);
        assertMalformed(() -> requests.recorded(keyed("a", ""), null, "scan|1"), "Idempotency-Key");
    }

    @Test
    void itIsKnownWhoAndWhereFrom() {
        MockHttpServletRequest request = request("a");
        request.addHeader("X-Correlation-Id", "desk-4.20260302_1");
        request.addHeader("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        var provenance = requests.creation(request, null).provenance();

        assertThat(provenance.actor().id()).isEqualTo("a");
        assertThat(provenance.actor().roles()).containsExactly(Role.RECEPTION_OFFICER);
        assertThat(provenance.actor().agency()).isEqualTo("H36.01@2025-07-01");
        assertThat(provenance.correlation()).isEqualTo("desk-4.20260302_1");
        assertThat(provenance.trace()).isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(provenance.origin()).isEqualTo(Origin.LIVE);
    }

    @Test
    void aCorrelationThatIsNoneIsReplacedAndStaysTheSameForTheRequest() {
        MockHttpServletRequest request = request("a");
        request.addHeader("X-Correlation-Id", "line\r\nbreak");
        request.addHeader("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01");

        var first = requests.creation(request, null).provenance();

        assertThat(first.correlation()).matches("[0-9a-f-]{36}");
        assertThat(first.trace()).isNull();
        assertThat(requests.creation(request, null).provenance().correlation()).isEqualTo(first.correlation());
    }

    private static void assertMalformed(ThrowingCallable reading, String field) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(CommonProblem.MALFORMED_REQUEST);
            assertThat(problem.field()).isEqualTo(field);
        });
    }
}
