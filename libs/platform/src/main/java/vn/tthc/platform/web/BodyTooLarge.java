package vn.tthc.platform.web;

import java.io.IOException;

/** A body turned out to be longer than allowed while it was read. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("the body is longer than " + limit + " bytes");
    }
}
