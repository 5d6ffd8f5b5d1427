package vn.tthc.platform.consume;

import org.jspecify.annotations.Nullable;

/**
 * What became of trying a parked dossier again.
 *
 * @param handled how many records were handled, in order
 * @param failure why the next one failed again; null when none is left
 */
public record Retried(int handled, @Nullable String failure) {}
