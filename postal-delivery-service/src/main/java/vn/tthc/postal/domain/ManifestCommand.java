package vn.tthc.postal.domain;

import java.time.Instant;
import java.util.List;
import vn.tthc.contracts.postal.ManifestEvent.Entry;

/** All that can be asked of a manifest (bản kê). */
public sealed interface ManifestCommand {

    /** When it is asked. */
    Instant at();

    /** Begins one. */
    record Open(Instant at, String number, String from, String to) implements ManifestCommand {}

    /** Puts items on it. */
    record Add(Instant at, List<Entry> items) implements ManifestCommand {
        public Add {
            items = List.copyOf(items);
        }
    }

    /** Nothing more goes on it. */
    record Close(Instant at) implements ManifestCommand {}

    /** Gives it to whoever carries it. */
    record HandOver(Instant at, String carrier) implements ManifestCommand {}

    /**
     * Takes it, after everything that came was scanned.
     *
     * @param came all that came, on the list or not
     */
    record Accept(Instant at, List<Entry> came) implements ManifestCommand {
        public Accept {
            came = List.copyOf(came);
        }
    }
}
