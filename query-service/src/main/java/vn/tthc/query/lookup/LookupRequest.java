package vn.tthc.query.lookup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A look-up by somebody who holds the receipt slip.
 *
 * @param code look-up number, dossier code or portal code
 * @param secret the secret printed with it
 */
record LookupRequest(
        @NotBlank @Size(max = 100) String code,
        @NotBlank @Size(max = 100) String secret) {}
