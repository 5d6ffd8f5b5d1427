package vn.tthc.intake.erasure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.operation.OperationEvent.ErasureGround;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;

/**
 * Whose data are to be erased, and why. The person is named by a dossier and the part in it, or by the identity number.
 *
 * @param dossierId a dossier of the person
 * @param party which of its parties
 * @param identityNumber identity, passport or tax number
 * @param ground why the law demands it
 * @param decision number of the decision
 */
record ErasureBody(
        @Size(max = 64) @Nullable String dossierId,
        @Nullable PartyRole party,

        @Pattern(regexp = "[0-9A-Za-z-]{6,20}") @Nullable String identityNumber,

        @NotNull ErasureGround ground,

        @NotNull @Pattern(regexp = "[0-9A-Za-zĐđ./-]{1,64}") String decision) {

    /** The parties of a dossier. */
    enum PartyRole {
        APPLICANT,
        OWNER
    }

    /** What the annotations cannot say: exactly one way of naming the person. */
    List<FieldProblem> wrong() {
        List<FieldProblem> wrong = new ArrayList<>();
        boolean byDossier = dossierId != null && party != null;
        if (byDossier == (identityNumber != null) || (dossierId == null) != (party == null)) {
            wrong.add(FieldProblem.of(
                    "identityNumber",
                    FieldReason.REQUIRED,
                    "Hãy nêu hoặc hồ sơ cùng vai trò, hoặc số định danh.",
                    "Give either a dossier with the party, or an identity number."));
        }
        return wrong;
    }

    @Override
    public String toString() {
        return "ErasureBody[" + ground + ", ***]";
    }
}
