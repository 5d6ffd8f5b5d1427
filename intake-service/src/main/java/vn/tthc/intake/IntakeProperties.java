package vn.tthc.intake;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What intake alone is told.
 *
 * @param province id of the agency above all that this installation serves; sees what sources outside have brought in
 * @param statusPage the page on which the public looks up a dossier; printed on slips
 */
@ConfigurationProperties("tthc.intake")
public record IntakeProperties(
        @DefaultValue("68@2025-07-01") String province,
        @DefaultValue("http://127.0.0.1:8084/") URI statusPage) {

    /** The address of a dossier's status; the secret stands after {@code #}, where no server and no log sees it. */
    public URI statusUrl(String number, String secret) {
        return URI.create(statusPage + "?code=" + number + "#" + secret);
    }
}
