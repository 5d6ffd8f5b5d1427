package vn.tthc.intake.imports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;

/**
 * An old dossier as its source tells it.
 *
 * @param source name of the source, such as {@code coselog}
 * @param externalId the dossier's name there; source and name identify it
 * @param code its dossier code, kept as it is; its name where it has none
 * @param procedure code of the procedure
 * @param channel how it came in
 * @param receivedAt when it was received
 * @param dueAt when it was due
 * @param agency id of the agency that received it; it must have existed then
 * @param agencyLabel what the source calls that agency, instead of {@code agency}
 * @param level level of the agency called so; that of the procedure where it is left out
 */
record ImportBody(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}")
        String source,

        @NotBlank @Size(max = 128) String externalId,

        @Size(min = 1, max = 128) @Nullable String code,

        @NotBlank @Size(max = 64) String procedure,

        @NotNull Channel channel,

        @NotNull Instant receivedAt,
        @Nullable Instant dueAt,

        @Size(min = 1, max = 64) @Nullable String agency,

        @Size(min = 1, max = 200) @Nullable String agencyLabel,
        @Nullable Level level) {

    /** Names the dossier among all imports. */
    String naturalKey() {
        return "import|" + source + "|" + externalId;
    }
}
