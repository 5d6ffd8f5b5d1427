package vn.tthc.platform.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks tokens with the keys an issuer publishes. The service starts without the issuer; its keys are kept for
 * {@link #FRESH}, and while it is away the known ones go on being used for {@link #OUTAGE}. A token no known key fits is
 * refused (401) when the keys are fresh, and answered "not now" (503) when they could not be asked for: never taken.
 */
final class IssuerDecoder implements JwtDecoder {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration OUTAGE = Duration.ofHours(24);

    /** Strangers with made-up keys must not make us hammer the issuer: two questions in this time. */
    private static final Duration BREATH = Duration.ofSeconds(5);

    /** Asymmetric only: with a shared secret whoever can check could also sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final IssuerKeys keys;
    private final NimbusJwtDecoder decoder;

    private IssuerDecoder(IssuerKeys keys, OAuth2TokenValidator<Jwt> validator) {
        this.keys = keys;
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys)
                .cache(FRESH.toMillis(), 3L * PATIENCE_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(BREATH.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        // What a claim must say is the validator's matter.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        this.decoder = new NimbusJwtDecoder(processor);
        this.decoder.setJwtValidator(validator);
    }

    static IssuerDecoder of(String issuer, OAuth2TokenValidator<Jwt> validator) {
        return of(issuer, validator, InstantSource.system());
    }

    static IssuerDecoder of(String issuer, OAuth2TokenValidator<Jwt> validator, InstantSource clock) {
        return new IssuerDecoder(
                new IssuerKeys(
                        issuer, new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES), clock),
                validator);
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException unsure) {
            if (unsure.getCause() instanceof RateLimitReachedException && keys.fetchedWithin(BREATH.multipliedBy(2))) {
                throw new BadJwtException("no key of the issuer fits", unsure);
            }
            throw unsure;
        }
    }
}
