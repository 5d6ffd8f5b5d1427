package vn.tthc.platform.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The public keys of an issuer, found through its discovery document; nothing is asked before the first token comes. */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private final String issuer;
    private final ResourceRetriever http;
    private final InstantSource clock;
    private volatile @Nullable Instant fetchedAt;

    IssuerKeys(String issuer, ResourceRetriever http, InstantSource clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /**
     * The keys as they are now.
     *
     * @throws JWKSetUnavailableException when the issuer does not answer, or answers for another one
     */
    @Override
    public JWKSet getJWKSet(
            @Nullable JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JWKSet.parse(http.retrieveResource(location()).getContent());
            fetchedAt = clock.instant();
            return keys;
        } catch (IOException | IllegalArgumentException e) {
            throw new JWKSetUnavailableException("the issuer " + issuer + " does not answer", e);
        } catch (ParseException e) {
            throw new JWKSetParseException("the issuer " + issuer + " answers with something else than keys", e);
        }
    }

    /** Whether the keys were fetched within this time: a key that is not among them does not exist. */
    boolean fetchedWithin(Duration time) {
        Instant last = fetchedAt;
        return last != null && !last.plus(time).isBefore(clock.instant());
    }

    /** Asked each time: an issuer that moves its keys is followed without a restart. */
    private URL location() throws IOException, ParseException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var described = JSONObjectUtils.parse(http.retrieveResource(url(base + "/.well-known/openid-configuration"))
                .getContent());
        if (!issuer.equals(JSONObjectUtils.getString(described, "issuer"))) {
            throw new IOException("it calls itself by another name");
        }
        String keys = JSONObjectUtils.getString(described, "jwks_uri");
        if (keys == null) {
            throw new IOException("it names no keys");
        }
        return url(keys);
    }

    private static URL url(String text) throws MalformedURLException {
        return URI.create(text).toURL();
    }

    @Override
    public void close() {
        // Nothing is held open between two questions.
    }
}
