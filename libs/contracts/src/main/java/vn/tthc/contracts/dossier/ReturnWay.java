package vn.tthc.contracts.dossier;

/** How the applicant wishes to get the result. */
public enum ReturnWay {
    /** At the counter of the one-stop. */
    COUNTER,
    /** By the public post. */
    POST,
    /** As an electronic result. */
    ELECTRONIC
}
