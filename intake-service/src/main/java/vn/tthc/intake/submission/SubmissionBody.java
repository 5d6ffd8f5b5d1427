package vn.tthc.intake.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.person.PersonBody;
import vn.tthc.law.Channel;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;

/**
 * A dossier as it is filed.
 *
 * @param procedure code of the procedure
 * @param channel how it comes in
 * @param receivingAgency id of the one-stop (nơi tiếp nhận)
 * @param competentAgency id of the agency that decides (cơ quan có thẩm quyền giải quyết)
 * @param supportAgency id of the agency that helped (nơi hỗ trợ)
 * @param portalCode the national portal's code, for {@code ONLINE}
 * @param applicant who files
 * @param owner whose matter it is, when somebody else files
 * @param authority by which the applicant files for the owner, when by one
 * @param returnBy how the result is wished
 */
record SubmissionBody(
        @NotBlank @Size(max = 64) String procedure,

        @NotNull Channel channel,

        @NotBlank @Size(max = 64) String receivingAgency,

        @NotBlank @Size(max = 64) String competentAgency,

        @Size(max = 64) @Nullable String supportAgency,

        @Pattern(regexp = "[0-9A-Za-z._/-]{1,64}") @Nullable String portalCode,

        @NotNull @Valid PersonBody applicant,

        @Valid @Nullable PersonBody owner,

        @Valid @Nullable AuthorityBody authority,

        @NotNull @Valid ReturnBody returnBy) {

    /**
     * How the result is to come back.
     *
     * @param way counter, post or electronic
     * @param unit id of the unit it goes to, for the post
     * @param address street address, for the post
     */
    record ReturnBody(
            @NotNull ReturnWay way,
            @Size(max = 64) @Nullable String unit,
            @Size(max = 500) @Nullable String address) {

        @Override
        public String toString() {
            return "ReturnBody[" + way + ", ***]";
        }
    }

    /**
     * The paper by which the applicant acts for the owner.
     *
     * @param number its number
     * @param issuedOn its date
     * @param validUntil the last day on which it holds
     * @param blob hash of its scan, which was sent to {@code /api/v1/blobs} before
     */
    record AuthorityBody(
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate issuedOn,
            @NotNull LocalDate validUntil,
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String blob) {

        @Override
        public String toString() {
            return "AuthorityBody[***]";
        }
    }

    /** What the annotations cannot say: fields that others demand. */
    List<FieldProblem> missing() {
        List<FieldProblem> missing = new ArrayList<>();
        if (channel == Channel.ONLINE && portalCode == null) {
            missing.add(required(
                    "portalCode",
                    "Hồ sơ trực tuyến cần mã của Cổng Dịch vụ công.",
                    "A dossier filed online has a portal code."));
        }
        boolean noAddress = returnBy.address() == null || returnBy.address().isBlank();
        if (returnBy.way() == ReturnWay.POST && noAddress) {
            missing.add(required(
                    "returnBy.address", "Trả qua bưu chính cần địa chỉ.", "A result by post needs an address."));
        }
        return missing;
    }

    private static FieldProblem required(String field, String vi, String en) {
        return FieldProblem.of(field, FieldReason.REQUIRED, vi, en);
    }
}
