package vn.tthc.contracts.postal;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWish;

/**
 * A dossier as the citizen gives it to the post.
 *
 * @param procedure code of the procedure
 * @param receiving id of the one-stop it goes to
 * @param competent id of the agency that decides
 * @param applicant who files
 * @param returnWish how the result is wished
 * @param replyUnit unit the receipt slip goes to ({@code code@validFrom})
 * @param replyAddress sealed street address the receipt slip goes to
 */
public record Filing(
        String procedure,
        String receiving,
        String competent,
        Party applicant,
        ReturnWish returnWish,
        @Nullable String replyUnit,
        @Nullable Sealed replyAddress) {}
