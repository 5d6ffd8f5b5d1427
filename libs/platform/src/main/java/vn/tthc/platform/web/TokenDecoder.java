package vn.tthc.platform.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Where tokens are checked: against an issuer's published keys, or against one public key in a file. */
final class TokenDecoder {
    private TokenDecoder() {}

    /**
     * The decoder of a service.
     *
     * @param issuer issuer URI, empty for none; asked when the first token comes
     * @param audiences of these a token must name one; empty when it need not
     * @param publicKey path of a PEM file with an RSA public key, empty for none
     * @throws IllegalStateException when there is neither issuer nor file, or the file holds no key
     */
    static JwtDecoder of(String issuer, List<String> audiences, String publicKey) {
        if (!issuer.isBlank()) {
            return IssuerDecoder.of(issuer, checks(JwtValidators.createDefaultWithIssuer(issuer), audiences));
        }
        if (publicKey.isBlank()) {
            throw new IllegalStateException("Nobody could sign in: set tthc.jwt-public-key to the path of a PEM file"
                    + " or spring.security.oauth2.resourceserver.jwt.issuer-uri to an issuer.");
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(read(Path.of(publicKey)))
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(checks(JwtValidators.createDefault(), audiences));
        return decoder;
    }

    /** A token without an end would be good for ever. */
    static OAuth2TokenValidator<Jwt> checks(OAuth2TokenValidator<Jwt> usual, List<String> audiences) {
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>();
        all.add(usual);
        all.add(new JwtClaimValidator<>(JwtClaimNames.EXP, end -> end != null));
        if (!audiences.isEmpty()) {
            all.add(new JwtClaimValidator<Collection<String>>(
                    JwtClaimNames.AUD, told -> told != null && told.stream().anyMatch(audiences::contains)));
        }
        return new DelegatingOAuth2TokenValidator<>(all);
    }

    private static RSAPublicKey read(Path pem) {
        try {
            String base64 = Files.readString(pem)
                    .replace("-----BEGIN PUBLIC KEY-----", "")
                    .replace("-----END PUBLIC KEY-----", "")
                    .replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(base64);
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException | IllegalArgumentException | InvalidKeySpecException e) {
            throw new IllegalStateException(
                    "The file " + pem + " (tthc.jwt-public-key) holds no readable RSA public key in PEM form.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
