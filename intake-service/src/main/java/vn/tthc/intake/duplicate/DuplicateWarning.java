package vn.tthc.intake.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * Whoever's matter it is has another dossier of the same procedure open. It hinders nothing.
 *
 * @param code {@code OPEN_DOSSIER_OF_SAME_PERSON}
 * @param vi in Vietnamese
 * @param en in English
 * @param dossierId the other dossier; absent for who may not see it
 * @param dossierCode its code; absent for who may not see it, and before its reception
 */
public record DuplicateWarning(
        String code,
        String vi,
        String en,
        @Nullable String dossierId,
        @Nullable String dossierCode) {
    private static final String CODE = "OPEN_DOSSIER_OF_SAME_PERSON";

    static DuplicateWarning unnamed() {
        return of(null, null);
    }

    static DuplicateWarning of(@Nullable String dossierId, @Nullable String dossierCode) {
        return new DuplicateWarning(
                CODE,
                "Chủ hồ sơ đang có một hồ sơ khác của thủ tục này chưa giải quyết xong.",
                "There is another open dossier of this procedure of the same person.",
                dossierId,
                dossierCode);
    }
}
