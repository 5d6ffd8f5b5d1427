/** A copy of everything while it runs, and the way back to it. */
@NullMarked
package vn.tthc.local.backup;

import org.jspecify.annotations.NullMarked;
