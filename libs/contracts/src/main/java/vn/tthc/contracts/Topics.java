package vn.tthc.contracts;

/** The topics. Those of events have {@link #PARTITIONS} partitions, and a dossier is on the same one of each. */
public final class Topics {
    public static final String DOSSIER = "tthc.dossier";
    public static final String CASE = "tthc.case";
    public static final String POSTAL = "tthc.postal";
    public static final String REFERENCE = "tthc.reference";
    public static final String OPERATION = "tthc.operation";
    public static final String PERSON_KEYS = "tthc.person-keys";
    public static final String CONTROL = "tthc.control";

    /** Never changed: the place of a dossier depends on it. */
    public static final int PARTITIONS = 12;

    private Topics() {}
}
