package vn.tthc.platform.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who gets in at all: bearer tokens, no session, no cookie; what they may do then is the access policy's matter. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") List<String> audiences,
            @Value("${tthc.jwt-public-key:}") String publicKey) {
        return new RememberedTokens(TokenDecoder.of(issuer, audiences, publicKey), InstantSource.system());
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            JwtDecoder decoder,
            Problems problems,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer,
            @Value("${tthc.claims.roles:roles}") String roles,
            @Value("${tthc.claims.agency:agency}") String agency,
            @Value("${tthc.claims.identity:identity_number}") String identity) {
        SecurityProblems answers = new SecurityProblems(problems);
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> new SecurityHeaders(issuer).write(headers))
                .authorizeHttpRequests(AllowedPaths::rules)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder)
                                .jwtAuthenticationConverter(new TokenConverter(new Claims(roles, agency, identity))))
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers)
                        .withObjectPostProcessor(answers.whenTheIssuerIsAway()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .build();
    }

    /** Requests are measured as a whole; a span for each of the dozen filters cost more than what they do. */
    @Bean
    SecurityObservationSettings noSpansForFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** A path with what no path of ours has is refused before anything else; that too is a problem document. */
    @Bean
    RequestRejectedHandler twistedPaths(Problems problems) {
        return (request, response, rejected) ->
                problems.write(new Problem(CommonProblem.MALFORMED_REQUEST), request, response);
    }
}
