package vn.tthc.postal.inbound;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What the one-stop found, and who gave and took it.
 *
 * @param papers what is there, by original and copy; none when the cover was empty
 * @param sealIntact whether the seal was whole
 * @param receivedBy name of the officer who took it; kept sealed
 * @param carrier the postal worker's signature under the delivery record
 */
record CheckBody(
        @NotNull @Size(max = 100) List<TakingBody.@NotNull @Valid PaperBody> papers,
        @NotNull Boolean sealIntact,
        @NotBlank @Size(max = 200) String receivedBy,
        @NotNull @Valid TakingBody.SignatureBody carrier) {
    @Override
    public String toString() {
        return "CheckBody[***]";
    }
}
