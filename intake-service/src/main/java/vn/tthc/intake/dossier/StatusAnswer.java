package vn.tthc.intake.dossier;

import vn.tthc.law.OfficialStatus;

/**
 * An official status in an answer.
 *
 * @param code 1 to 10
 * @param vi official name
 * @param en our English name
 */
public record StatusAnswer(int code, String vi, String en) {
    public static StatusAnswer of(OfficialStatus status) {
        return new StatusAnswer(status.code(), status.vietnamese(), status.english());
    }
}
