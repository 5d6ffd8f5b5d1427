package vn.tthc.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriUtils;

/**
 * What intake alone is told.
 *
 * @param province id of the agency above all that this installation serves; sees what sources outside have brought in
 * @param statusPage the page on which the public looks up a dossier; printed on slips
 * @param oldCodes which agencies give codes of the old shape, and when
 * @param draftsKept how long a draft is kept after it was last saved
 * @param draftsSwept how long after a sweep the next one looks for drafts that are over
 * @param codesAside how many codes of a day an agency may set aside at most (unsourced)
 */
@ConfigurationProperties("tthc.intake")
public record IntakeProperties(
        @DefaultValue("68@2025-07-01") String province,
        @DefaultValue("http://127.0.0.1:8084/") URI statusPage,
        @DefaultValue List<OldCodes> oldCodes,
        @DefaultValue("30d") Duration draftsKept,
        @DefaultValue("10m") Duration draftsSwept,
        @DefaultValue("2000") int codesAside) {
    private static final Duration SHORTEST_SWEEP = Duration.ofSeconds(1);

    public IntakeProperties {
        oldCodes = List.copyOf(oldCodes);
        if (draftsSwept.compareTo(SHORTEST_SWEEP) < 0) {
            throw new IllegalArgumentException("tthc.intake.drafts-swept is at least " + SHORTEST_SWEEP);
        }
    }

    /**
     * A time in which an agency gives codes of the old shape.
     *
     * @param agency id of the agency ({@code code@validFrom})
     * @param unit how the old shape names it, such as {@code 000.17.22}
     * @param from first day, null when always
     * @param until last day, null when it has not ended
     */
    public record OldCodes(
            String agency,
            String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** The address of a dossier's status; the secret stands after {@code #}, where no server and no log sees it. */
    public URI statusUrl(String number, String secret) {
        return URI.create(statusPage + "?code=" + UriUtils.encode(number, StandardCharsets.UTF_8) + "#" + secret);
    }

    /** The address at which a dossier's status is asked for by whoever knows its secret; without that, it shows nothing. */
    public URI statusUrl(String number) {
        return URI.create(statusPage + "?code=" + UriUtils.encode(number, StandardCharsets.UTF_8));
    }
}
