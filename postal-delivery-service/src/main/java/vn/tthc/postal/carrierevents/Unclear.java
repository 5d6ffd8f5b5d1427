package vn.tthc.postal.carrierevents;

import vn.tthc.postal.carrierevents.KeptEvent.Why;

/** An event cannot be a scan, and why. */
final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;

    Unclear(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
