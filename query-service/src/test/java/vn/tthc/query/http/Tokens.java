package vn.tthc.query.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.platform.web.TestTokens;

/** Signs tokens like an identity provider; its public key is in a file. */
final class Tokens {
    private final KeyPair keys;

    Tokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void writePublicKey(Path file) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    String of(Role role, @Nullable String agency) {
        return "Bearer " + token(TestTokens.AUDIENCE, "somebody", agency, List.of(role));
    }

    /** A citizen whose identity number the provider has verified. */
    String citizen(String identityNumber) {
        return "Bearer "
                + signed(claims(TestTokens.AUDIENCE, "citizen", null, List.of(Role.CITIZEN))
                        .claim("identity_number", identityNumber));
    }

    String token(String audience, String account, @Nullable String agency, Collection<Role> roles) {
        return signed(claims(audience, account, agency, roles));
    }

    /** The same, where the provider has verified an identity number, if any. */
    String token(
            String audience,
            String account,
            @Nullable String agency,
            Collection<Role> roles,
            @Nullable String identityNumber) {
        return signed(claims(audience, account, agency, roles).claim("identity_number", identityNumber));
    }

    private static JWTClaimsSet.Builder claims(
            String audience, String account, @Nullable String agency, Collection<Role> roles) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(account)
                .audience(audience)
                .claim("roles", roles.stream().map(Role::name).toList())
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
        if (agency != null) {
            claims.claim("agency", agency);
        }
        return claims;
    }

    private String signed(JWTClaimsSet.Builder claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
