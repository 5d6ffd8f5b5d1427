package vn.tthc.postal.scans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/**
 * A scan as a carrier's device tells it.
 *
 * @param scanId unique per reading; told again, it is the same scan
 * @param kind what happened
 * @param occurredAt when, by the device's clock
 * @param point postal point where
 * @param device which device
 * @param sequence the device's own counter
 * @param reason why delivery failed
 * @param proof who took it
 * @param carrierCode the carrier's own code beneath, such as {@code EMSVN:6}
 */
record ScanRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x21-\\x7E]*")
        String scanId,

        @NotNull ScanKind kind,
        @NotNull Instant occurredAt,
        @NotBlank @Size(max = 40) String point,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x21-\\x7E]*")
        String device,

        @NotNull @PositiveOrZero Long sequence,
        @Nullable FailureReason reason,
        @Valid @Nullable ProofRequest proof,

        @Size(max = 60) @Pattern(regexp = "[\\x21-\\x7E]*") @Nullable
        String carrierCode) {

    /**
     * What a delivery rests on.
     *
     * @param recipientName name of who took it; kept sealed
     * @param relation to the owner of the dossier
     * @param paperShown kind of paper shown, such as {@code CCCD}
     * @param signatureHash SHA-256 of the signature image, in hex; the image is sent to {@code /api/v1/blobs} before
     * @param oneTimeCode code the recipient told instead of signing; kept sealed
     * @param photoHash SHA-256 of a photo of the hand-over, in hex; sent before as well
     * @param place where it was, when not at the postal point; kept sealed
     */
    record ProofRequest(
            @NotBlank @Size(max = 200) String recipientName,
            @NotNull Relation relation,

            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9_]*")
            String paperShown,

            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String signatureHash,

            @Pattern(regexp = "[0-9A-Z]{4,12}") @Nullable String oneTimeCode,

            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String photoHash,

            @Size(max = 200) @Nullable String place) {

        @Override
        public String toString() {
            return "ProofRequest[***]";
        }
    }

    /** Who took it. */
    enum Relation {
        /** Chủ hồ sơ. */
        OWNER,
        /** Người thân trong gia đình. */
        FAMILY,
        /** Người được ủy quyền. */
        AUTHORISED
    }
}
