package vn.tthc.platform.backup;

import java.time.Instant;

/**
 * A copy of a service's file, taken while it was in use.
 *
 * @param service whose file
 * @param file where the copy is, on the machine of the service
 * @param moment everything recorded before it is in the copy
 * @param bytes its size
 */
public record Snapshot(String service, String file, Instant moment, long bytes) {}
