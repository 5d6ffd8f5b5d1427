package vn.tthc.contracts.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;

/**
 * The paper by which the applicant acts for the owner (giấy ủy quyền).
 *
 * @param number sealed number of the paper, under the owner's key
 * @param issuedOn its date
 * @param validUntil the last day on which it holds
 * @param blob hash of its scan, null where there is none
 */
public record Authority(
        Sealed number,
        LocalDate issuedOn,
        LocalDate validUntil,
        @Nullable String blob) {}
