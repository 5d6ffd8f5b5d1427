package vn.tthc.platform.blob;

/** What refers to files and stands in no event. A file it holds is not swept. */
@FunctionalInterface
public interface BlobHolder {
    /** Whether it refers to that file now. */
    boolean holds(String hash);
}
