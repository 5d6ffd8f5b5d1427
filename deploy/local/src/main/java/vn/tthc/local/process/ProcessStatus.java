package vn.tthc.local.process;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a process.
 *
 * @param name its name
 * @param pid its number, null while it is stopped
 * @param port where it listens
 * @param health how it is
 * @param pssKb its memory in KiB, null where it is stopped or the system does not tell
 */
public record ProcessStatus(
        String name,
        @Nullable Long pid,
        int port,
        Health health,
        @Nullable Long pssKb) {}
