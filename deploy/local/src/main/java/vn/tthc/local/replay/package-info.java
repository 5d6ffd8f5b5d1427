/** Sending a log of cases through the public HTTP API. */
@NullMarked
package vn.tthc.local.replay;

import org.jspecify.annotations.NullMarked;
