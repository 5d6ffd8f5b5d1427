package vn.tthc.platform.consume;

import java.time.Instant;

/**
 * A record that waits for a person, together with all later ones of its dossier.
 *
 * @param id place among the parked records
 * @param consumer who could not handle it
 * @param dossier the dossier, or the stream where there is none
 * @param stream its stream
 * @param version its version there
 * @param reason why: a class and a place in the program, never data
 * @param attempts how often it was tried
 * @param parkedAt when it was set aside
 * @param raw the record
 */
public record ParkedRecord(
        long id,
        String consumer,
        String dossier,
        String stream,
        long version,
        String reason,
        int attempts,
        Instant parkedAt,
        RawRecord raw) {}
