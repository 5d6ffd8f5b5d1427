/** Ahead-of-time caches that make the next start quicker. */
@NullMarked
package vn.tthc.local.aot;

import org.jspecify.annotations.NullMarked;
