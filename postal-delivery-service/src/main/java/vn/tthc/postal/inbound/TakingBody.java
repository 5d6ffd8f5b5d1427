package vn.tthc.postal.inbound;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.postal.Paper;

/**
 * A dossier as a citizen gives it to the post.
 *
 * @param point postal point that takes it
 * @param procedure code of the procedure
 * @param receivingAgency id of the one-stop it goes to
 * @param competentAgency id of the agency that decides
 * @param applicant who files; kept sealed
 * @param returnBy how the result is wished
 * @param replyTo where the receipt slip is to go
 * @param papers the contents, by original and copy
 * @param seal number of the seal
 * @param fee fees taken for the agency
 * @param citizen the citizen's signature under the list
 */
record TakingBody(
        @NotBlank @Size(max = 40) String point,
        @NotBlank @Size(max = 64) String procedure,
        @NotBlank @Size(max = 64) String receivingAgency,
        @NotBlank @Size(max = 64) String competentAgency,
        @NotNull @Valid PersonBody applicant,
        @NotNull @Valid ReturnBody returnBy,
        @NotNull @Valid ReplyBody replyTo,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid PaperBody> papers,

        @NotBlank @Size(max = 40) @Pattern(regexp = "[\\x21-\\x7E]*")
        String seal,

        @Valid @Nullable FeeBody fee,
        @NotNull @Valid SignatureBody citizen) {

    @Override
    public String toString() {
        return "TakingBody[***]";
    }

    /** Who files. */
    record PersonBody(
            @NotBlank @Size(max = 200) String name,

            @Pattern(regexp = "[0-9A-Za-z-]{6,20}") @Nullable
            String identityNumber,

            @Pattern(regexp = "\\+?[0-9 ().-]{8,20}") @Nullable
            String phone,

            @Size(max = 200) @Pattern(regexp = "[^@\\s]+@[^@\\s]+") @Nullable
            String email,

            @Size(max = 500) @Nullable String address) {
        @Override
        public String toString() {
            return "PersonBody[***]";
        }
    }

    /** How the result is to come back; by post it needs unit and address. */
    record ReturnBody(
            @NotNull ReturnWay way,
            @Size(max = 64) @Nullable String unit,
            @Size(max = 500) @Nullable String address) {
        @Override
        public String toString() {
            return "ReturnBody[***]";
        }
    }

    /** Where the receipt slip is to go. */
    record ReplyBody(
            @NotBlank @Size(max = 64) String unit,
            @NotBlank @Size(max = 500) String address) {
        @Override
        public String toString() {
            return "ReplyBody[***]";
        }
    }

    /**
     * A line of the list.
     *
     * @param name kind of paper, one of those the post lists; never free text, as it stands in clear in events
     */
    record PaperBody(
            @NotBlank @Size(max = 100) String name,

            @Pattern(regexp = "[0-9A-Za-z._-]{1,64}") @Nullable
            String component,

            @NotNull Paper.Form form,
            @NotNull @Min(1) @Max(1000) Integer count) {
        Paper paper() {
            return new Paper(name, component, form, count);
        }
    }

    /** Fees taken, and the receipt the citizen got. */
    record FeeBody(
            @NotNull @Positive @Max(1_000_000_000) Long amountVnd,

            @NotBlank @Size(max = 40) @Pattern(regexp = "[\\x21-\\x7E]*")
            String receipt) {}

    /**
     * A signature: the image or a one-time code.
     *
     * @param signatureHash SHA-256 of the image, in hex; sent to {@code /api/v1/blobs} before
     * @param oneTimeCode code told instead of signing; kept sealed
     */
    record SignatureBody(
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String signatureHash,
            @Pattern(regexp = "[0-9A-Z]{4,12}") @Nullable String oneTimeCode) {
        @Override
        public String toString() {
            return "SignatureBody[***]";
        }
    }
}
