/** A snapshot while everything runs, and the way back to a moment. */
@NullMarked
package vn.tthc.platform.backup;

import org.jspecify.annotations.NullMarked;
