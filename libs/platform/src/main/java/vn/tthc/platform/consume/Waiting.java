package vn.tthc.platform.consume;

import java.time.Instant;

/**
 * A stream whose next event cannot be handled now: it is missing, or what it needs is.
 *
 * @param stream the stream
 * @param dossier its dossier
 * @param tries how often it was asked for or tried
 * @param due when to try again
 * @param since when the waiting began
 */
public record Waiting(String stream, String dossier, int tries, Instant due, Instant since) {}
