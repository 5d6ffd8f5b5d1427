package vn.tthc.platform.blob;

/** Marks on files that are about to be swept, as whoever uses a file sees them. */
@FunctionalInterface
interface Marks {
    /** Where nothing is swept. */
    Marks NONE = hash -> true;

    /**
     * Takes the mark off a file that is used, if there is one.
     *
     * @return false when it is too late: the file is being removed
     */
    boolean lift(String hash);
}
