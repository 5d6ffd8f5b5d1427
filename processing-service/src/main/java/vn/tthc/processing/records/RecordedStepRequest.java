package vn.tthc.processing.records;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Level;

/**
 * A step outside the flow, or of an old dossier.
 *
 * @param recordId identifies it within the dossier; told again, it is the same step
 * @param name what was done
 * @param agency id ({@code code@validFrom}) of the agency that did it
 * @param agencyName its name, needed when the flow does not know the agency
 * @param agencyLabel how the source calls an agency that has no id
 * @param resource how the source calls who did it, a pseudonym
 * @param level level of the agency, needed when the flow does not know it
 * @param occurredAt when, for imports only; otherwise it happens now
 */
record RecordedStepRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[\\x21-\\x7E]*")
        String recordId,

        @NotBlank @Size(max = 500) String name,

        @Pattern(regexp = "[\\x21-\\x3F\\x41-\\x7E]{1,60}@(origin|\\d{4}-\\d{2}-\\d{2})") @Nullable
        String agency,

        @Size(min = 1, max = 500) @Nullable String agencyName,
        @Size(min = 1, max = 500) @Nullable String agencyLabel,
        @Size(min = 1, max = 200) @Nullable String resource,
        @Nullable Level level,
        @Nullable Instant occurredAt) {}
