package vn.tthc.local.demo;

import vn.tthc.local.http.Answer;

/**
 * What the applicant took home.
 *
 * @param dossierId the dossier
 * @param number look-up number
 * @param secret look-up secret
 * @param statusUrl page that shows its status
 */
public record Slip(String dossierId, String number, String secret, String statusUrl) {
    static Slip of(Answer answer) {
        return new Slip(
                answer.json().path("dossierId").asString(),
                answer.json().path("number").asString(),
                answer.json().path("secret").asString(),
                answer.json().path("statusUrl").asString());
    }
}
