package vn.tthc.platform.web;

/**
 * Knows how far a service has come with some streams. A position counts as reached as soon as one source says so; a
 * source that does not know the stream says no, one that has nothing to wait for says yes.
 */
@FunctionalInterface
public interface PositionSource {
    /**
     * Whether the service has this version of the stream; answers at once.
     *
     * @param stream a stream of any service
     * @param version from 1
     */
    boolean reached(String stream, long version);
}
