package vn.tthc.postal.carriers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier tells of an item, in its own words.
 *
 * @param eventId unique with this carrier; told again, it is the same event
 * @param number the item: our S10 identifier, the id of the order, or the carrier's own number
 * @param code what happened, of the carrier's code table
 * @param reason why delivery failed, of the carrier's reasons
 * @param occurredAt when, by the carrier
 * @param sequence orders events of one moment
 * @param point postal point where, when it was one of ours
 * @param proof who took it
 */
public record CarrierEvent(
        @NotBlank @Size(max = 80) @Pattern(regexp = "[\\x21-\\x7E]*")
        String eventId,

        @NotBlank @Size(max = 60) @Pattern(regexp = "[\\x21-\\x7E]*")
        String number,

        @NotBlank @Size(max = 24) @Pattern(regexp = "[\\x21-\\x7E]*")
        String code,

        @Size(max = 24) @Pattern(regexp = "[\\x21-\\x7E]*") @Nullable
        String reason,

        @NotNull Instant occurredAt,
        @PositiveOrZero @Nullable Long sequence,
        @Size(max = 40) @Nullable String point,
        @Valid @Nullable CarrierProof proof) {

    /** Who took it. */
    public enum Relation {
        /** Chủ hồ sơ. */
        OWNER,
        /** Người thân trong gia đình. */
        FAMILY,
        /** Người được ủy quyền. */
        AUTHORISED
    }

    /**
     * What a delivery rests on.
     *
     * @param recipientName name of who took it; kept sealed
     * @param relation to the owner of the dossier
     * @param paperShown kind of paper shown, such as {@code CCCD}
     * @param oneTimeCode code the recipient told instead of signing; kept sealed
     * @param signature image of the signature (PNG or JPEG), in Base64
     * @param place where it was; kept sealed
     */
    public record CarrierProof(
            @NotBlank @Size(max = 200) String recipientName,
            @NotNull Relation relation,

            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9_]*")
            String paperShown,

            @Pattern(regexp = "[0-9A-Z]{4,12}") @Nullable String oneTimeCode,

            @Size(max = 280_000) @Pattern(regexp = "[A-Za-z0-9+/]+={0,2}") @Nullable
            String signature,

            @Size(max = 200) @Nullable String place) {
        @Override
        public String toString() {
            return "CarrierProof[***]";
        }
    }

    /** The same without what it says of people. */
    public CarrierEvent withProof(@Nullable CarrierProof other) {
        return new CarrierEvent(eventId, number, code, reason, occurredAt, sequence, point, other);
    }
}
