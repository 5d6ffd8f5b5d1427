/** The real processes, seen from outside: through ./tthc and the public HTTP API alone. */
@NullMarked
package vn.tthc.e2e;

import org.jspecify.annotations.NullMarked;
