package vn.tthc.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Lets a demo person in who knows the password of this installation. It is one for all, made at random at the first
 * start with 100 bits, so that trying does not help and no slow hash is needed.
 */
final class PasswordSignIn implements AuthenticationProvider {
    private final People people;
    private final byte[] password;

    PasswordSignIn(People people, String password) {
        this.people = people;
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String given = attempt.getCredentials() instanceof String text ? text.strip() : "";
        boolean known = MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8));
        Person person = people.named(attempt.getName())
                .filter(found -> known)
                .orElseThrow(() -> new BadCredentialsException("unknown person or wrong password"));
        // It also says when that was: an ID token has to tell.
        return UsernamePasswordAuthenticationToken.authenticated(
                person.sub(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
