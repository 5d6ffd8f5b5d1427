package vn.tthc.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;

/** An issuer of tokens for tests, with a key pair of its own. */
public final class TestTokens {
    /** Whom tokens are for. */
    public static final String AUDIENCE = "tthc";

    private final KeyPair keys;
    private final Path publicKey;

    /** A new issuer; its public key is a PEM file in the folder, for {@code tthc.jwt-public-key}. */
    public TestTokens(Path folder) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            this.publicKey = Files.writeString(folder.resolve("jwt.pem"), pem);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Path of the PEM file. */
    public Path publicKey() {
        return publicKey;
    }

    /** A token good for an hour. */
    public String token(String subject, @Nullable String agency, Role... roles) {
        return token(AUDIENCE, subject, agency, Arrays.asList(roles));
    }

    /** A token good for an hour, for a certain audience. */
    public String token(String audience, String subject, @Nullable String agency, Collection<Role> roles) {
        List<String> names = roles.stream().map(Role::name).toList();
        return token(claims -> {
            claims.subject(subject).audience(audience).claim("roles", names);
            return agency == null ? claims : claims.claim("agency", agency);
        });
    }

    /** A token good for an hour, with other claims. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        JWTClaimsSet.Builder usual = new JWTClaimsSet.Builder()
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.apply(usual).build());
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
