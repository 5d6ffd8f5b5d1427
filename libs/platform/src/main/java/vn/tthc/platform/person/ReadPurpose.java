package vn.tthc.platform.person;

/** What personal data are read for. */
public enum ReadPurpose {
    /** Receiving a dossier. */
    RECEPTION,
    /** Working on it. */
    PROCESSING,
    /** Reaching the person: a supplement, a date, an apology. */
    CONTACT,
    /** Bringing something to the person. */
    DELIVERY,
    /** Answering a complaint. */
    COMPLAINT,
    /** Inspecting how dossiers are handled. */
    INSPECTION
}
